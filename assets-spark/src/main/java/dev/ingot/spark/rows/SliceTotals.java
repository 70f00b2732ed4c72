package dev.ingot.spark.rows;

import dev.ingot.core.partition.PartitionKey;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Adds up the hashes of rows by slice. Spark has no grouped aggregate that can be observed beside a write, so this one keeps
 * the groups itself; there are as many as there are slices in the step.
 *
 * <p>Observed in the task that writes the rows, it counts each row once: Spark takes the accumulators of the one attempt of
 * a result task whose files it takes too.
 */
public final class SliceTotals extends Aggregator<Tuple2<String, Long>, Map<String, long[]>, String> {
    private static final long serialVersionUID = 1L;

    /** The totals as a text, to be read back by {@link #parse}: a line a slice. */
    public static Column of(Column slice, Column hash) {
        return functions
                .udaf(new SliceTotals(), Encoders.tuple(Encoders.STRING(), Encoders.LONG()))
                .apply(slice, hash);
    }

    /** By slice; rows that belong to none are left out. */
    public static Map<PartitionKey, SliceTotal> parse(String text) {
        Map<PartitionKey, SliceTotal> totals = new TreeMap<>();
        text.lines().forEach(line -> {
            String[] parts = line.split(" ", 3);
            totals.put(
                    PartitionKey.parse(parts[2]), new SliceTotal(Long.parseLong(parts[0]), new BigInteger(parts[1])));
        });
        return totals;
    }

    @Override
    public Map<String, long[]> zero() {
        return new HashMap<>();
    }

    @Override
    public Map<String, long[]> reduce(Map<String, long[]> totals, Tuple2<String, Long> row) {
        @Nullable String slice = row._1();
        if (slice != null) {
            add(totals.computeIfAbsent(slice, any -> new long[3]), 1, row._2() < 0 ? -1 : 0, row._2());
        }
        return totals;
    }

    @Override
    public Map<String, long[]> merge(Map<String, long[]> left, Map<String, long[]> right) {
        right.forEach(
                (slice, total) -> add(left.computeIfAbsent(slice, any -> new long[3]), total[0], total[1], total[2]));
        return left;
    }

    /** A total is rows, and the high and the low half of a number of 128 bits. */
    private static void add(long[] total, long rows, long high, long low) {
        long sum = total[2] + low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        total[0] += rows;
        total[1] += high + carry;
        total[2] = sum;
    }

    @Override
    public String finish(Map<String, long[]> totals) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(totals).forEach((slice, total) -> {
            BigInteger low = new BigInteger(Long.toUnsignedString(total[2]));
            BigInteger sum = BigInteger.valueOf(total[1]).shiftLeft(64).add(low);
            text.append(total[0])
                    .append(' ')
                    .append(sum)
                    .append(' ')
                    .append(slice)
                    .append('\n');
        });
        return text.toString();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Encoder<Map<String, long[]>> bufferEncoder() {
        return Encoders.javaSerialization((Class<Map<String, long[]>>) (Class<?>) Map.class);
    }

    @Override
    public Encoder<String> outputEncoder() {
        return Encoders.STRING();
    }
}
