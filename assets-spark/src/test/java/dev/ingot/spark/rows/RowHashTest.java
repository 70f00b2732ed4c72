package dev.ingot.spark.rows;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.spark.testing.TestSpark;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class RowHashTest {
    private static final String EVERYTHING = "slice string, i int, l bigint, d double, f float, s string, b binary, "
            + "t timestamp, n decimal(30,4), a array<string>, m map<string,int>, r struct<x:int,y:array<int>>";

    private static Map<PartitionKey, SliceTotal> totals(Dataset<Row> rows) {
        Column totals = SliceTotals.of(functions.col("slice"), RowHash.of(rows.schema()));
        return SliceTotals.parse(rows.agg(totals).first().getString(0));
    }

    private static long hash(String ddl, Object... values) {
        Dataset<Row> one = rows(ddl, row(values));
        return one.select(RowHash.of(one.schema())).first().getLong(0);
    }

    private static Row randomRow(Random random) {
        List<Object> values = new ArrayList<>();
        values.add("s" + random.nextInt(4));
        values.add(random.nextInt(5));
        values.add(random.nextLong());
        values.add(random.nextBoolean() ? random.nextGaussian() : Double.NaN);
        values.add(random.nextFloat());
        values.add(random.nextInt(3) == 0 ? "" : "ü" + random.nextInt(50));
        values.add(new byte[] {(byte) random.nextInt(), 1});
        values.add(new java.sql.Timestamp(random.nextInt(1_000_000)));
        values.add(new BigDecimal(random.nextLong()).movePointLeft(4));
        values.add(Arrays.asList("x", random.nextBoolean() ? null : "y"));
        values.add(new HashMap<>(Map.of("k" + random.nextInt(3), 1, "z", random.nextInt(3))));
        values.add(row(random.nextInt(3), Arrays.asList(1, random.nextBoolean() ? null : 2)));
        for (int i = 1; i < values.size(); i++) {
            if (random.nextInt(6) == 0) {
                values.set(i, null);
            }
        }
        return row(values.toArray());
    }

    @Test
    void totalsDependNeitherOnOrderNorOnPartitioningNorOnColumnOrder() {
        for (int round = 0; round < 6; round++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            List<Row> content = new ArrayList<>();
            for (int i = random.nextInt(200); i >= 0; i--) {
                content.add(randomRow(random));
            }
            Dataset<Row> ordered = rows(EVERYTHING, content.toArray(Row[]::new)).coalesce(1);
            Collections.shuffle(content, random);
            Dataset<Row> shuffled = rows(EVERYTHING, content.toArray(Row[]::new))
                    .repartition(1 + random.nextInt(7))
                    .select("s", "b", "t", "n", "a", "m", "r", "slice", "i", "l", "d", "f");

            assertThat(totals(shuffled)).as("seed " + seed).isEqualTo(totals(ordered));
        }
    }

    @Test
    void totalsAreTheSumsThatSqlComputes() {
        Dataset<Row> rows = TestSpark.session().range(0, 10_000, 1, 3).selectExpr("concat('s', id % 7) slice", "id");
        Map<PartitionKey, SliceTotal> expected = new HashMap<>();
        rows.withColumn("hash", RowHash.of(rows.schema()))
                .groupBy("slice")
                .agg(functions.count(lit(1)), functions.expr("cast(sum(cast(hash as decimal(38))) as string)"))
                .collectAsList()
                .forEach(row -> expected.put(
                        PartitionKey.of(row.getString(0)),
                        new SliceTotal(row.getLong(1), new BigInteger(row.getString(2)))));

        assertThat(totals(rows)).isEqualTo(expected);
    }

    @Test
    void oneValueMoreOrLessIsAnotherHash() {
        assertThat(hash("a int, b int", 1, null)).isNotEqualTo(hash("a int, b int", null, 1));
        assertThat(hash("a string", "")).isNotEqualTo(hash("a string", (Object) null));
        assertThat(hash("a string, b string", "ab", "c")).isNotEqualTo(hash("a string, b string", "a", "bc"));
        assertThat(hash("a int", 1)).isNotEqualTo(hash("b int", 1));
        assertThat(hash("a double", 0.1)).isNotEqualTo(hash("a double", 0.2));
    }

    @Test
    void nestedValuesKeepTheirShape() {
        String list = "a array<int>";
        assertThat(hash(list, Arrays.asList(null, 1))).isNotEqualTo(hash(list, Arrays.asList(1, null)));
        assertThat(hash(list, List.of())).isNotEqualTo(hash(list, (Object) null));
        String lists = "a array<array<int>>";
        assertThat(hash(lists, List.of(List.of(1), List.of(2)))).isNotEqualTo(hash(lists, List.of(List.of(1, 2))));
        String struct = "a struct<x:int,y:int>";
        assertThat(hash(struct, row(1, null))).isNotEqualTo(hash(struct, row(null, 1)));
        assertThat(hash(struct, row(null, null))).isNotEqualTo(hash(struct, (Object) null));
    }

    @Test
    void valuesThatAreEqualHaveOneHash() {
        assertThat(hash("a double", -0.0)).isEqualTo(hash("a double", 0.0));
        assertThat(hash("a float", -0.0f)).isEqualTo(hash("a float", 0.0f));
        assertThat(hash("a double", Double.longBitsToDouble(0x7ff8000000000001L)))
                .isEqualTo(hash("a double", Double.NaN));
        assertThat(hash("a array<double>", List.of(-0.0))).isEqualTo(hash("a array<double>", List.of(0.0)));
        Map<String, Integer> forth = new java.util.LinkedHashMap<>();
        forth.put("a", 1);
        forth.put("b", 2);
        Map<String, Integer> back = new java.util.LinkedHashMap<>();
        back.put("b", 2);
        back.put("a", 1);
        assertThat(hash("a map<string,int>", forth)).isEqualTo(hash("a map<string,int>", back));
    }

    @Test
    void theHashDoesNotChangeWithOurVersion() {
        assertThat(hash("id int, name string, genres array<string>", 7, "seven", List.of("a", "b")))
                .isEqualTo(1_950_209_070_851_415_523L);
    }
}
