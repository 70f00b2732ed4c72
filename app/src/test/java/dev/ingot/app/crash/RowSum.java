package dev.ingot.app.crash;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** How many rows, and a sum over what they say, whatever their order. */
record RowSum(long rows, long sum) {
    static RowSum ofParquet(Path file) throws IOException {
        RowSum sum = new RowSum(0, 0);
        Configuration plain = new Configuration();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(plain)
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                sum = sum.plus(new RowSum(1, hash(text(row))));
            }
        }
        return sum;
    }

    /** Rejected rows say which step wrote them: that is not what they are. */
    private static String text(Group row) {
        return row.toString().replaceAll("(?m)^step: .*$", "");
    }

    private static long hash(String text) {
        return Hashing.farmHashFingerprint64()
                .hashString(text, StandardCharsets.UTF_8)
                .asLong();
    }

    RowSum plus(RowSum other) {
        return new RowSum(rows + other.rows, sum + other.sum);
    }
}
