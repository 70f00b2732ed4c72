package dev.ingot.postgres.publish;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import dev.ingot.postgres.publish.copy.ColumnType;
import dev.ingot.spark.testing.TestSpark;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Spark has arrives in PostgreSQL as what it was. */
@ExtendWith(TestPostgres.class)
class EncodingTest {
    private static final StagingTable STAGING =
            new StagingTable(new StepId(new RunId("01JNA000000000000000000001"), 1), 7);

    private final ConnectionSettings settings;
    private final Database database;

    EncodingTest(ConnectionSettings settings) {
        this.settings = settings;
        this.database = new Database(() -> PostgresServer.external(settings));
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void wholeNumbersAndTruth() {
        assertArrives(
                        "a tinyint, b smallint, c int, d bigint, e boolean",
                        row((byte) -128, (short) 32767, Integer.MIN_VALUE, Long.MAX_VALUE, true))
                .containsExactly("(-128,32767,-2147483648,9223372036854775807,t)");
    }

    @Test
    void fractions() {
        assertArrives("a float, b double, c double, d double", row(0.1f, 1e-300, Double.NaN, Double.NEGATIVE_INFINITY))
                .containsExactly("(0.1,1e-300,NaN,-Infinity)");
    }

    @Test
    void textsAndBytes() {
        assertArrives("a string, b string, c binary", row("é€😀", "", new byte[] {0, (byte) 0xff}))
                .containsExactly("(é€😀,\"\",\"\\\\x00ff\")");
    }

    @Test
    void times() {
        Row early = row(
                Date.valueOf("1895-12-28"),
                Timestamp.from(Instant.parse("1969-12-31T23:59:59.999999Z")),
                LocalDateTime.parse("1999-12-31T23:59:59.5"));
        assertArrives("a date, b timestamp, c timestamp_ntz", early)
                .containsExactly("(1895-12-28,\"1969-12-31 23:59:59.999999+00\",\"1999-12-31 23:59:59.5\")");
    }

    @Test
    void arrays() {
        assertArrives(
                        "a array<string>, b array<int>, c array<string>",
                        row(Arrays.asList("x,y", null, ""), List.of(1, 2), List.of()))
                .containsExactly("(\"{\"\"x,y\"\",NULL,\"\"\"\"}\",\"{1,2}\",{})");
    }

    @Test
    void nothingAtAll() {
        assertArrives("a int, b string, c array<string>, d decimal(5,2), e date", row(null, null, null, null, null))
                .containsExactly("(,,,,)");
    }

    /** A property; the seed is in the message of a failure. */
    @Test
    void decimalsOfAllSizes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int scale : new int[] {0, 1, 4, 5, 18, 38}) {
            List<BigDecimal> values = new ArrayList<>(IntStream.range(0, 200)
                    .mapToObj(any -> decimal(random, scale))
                    .toList());
            values.add(BigDecimal.ZERO.setScale(scale));
            values.add(new BigDecimal(BigInteger.ONE, scale));
            Row[] rows = values.stream().map(value -> row(value)).toArray(Row[]::new);
            assertArrives("a decimal(38," + scale + ")", rows)
                    .as("seed %d, scale %d", seed, scale)
                    .containsExactlyInAnyOrderElementsOf(values.stream()
                            .map(value -> "(" + value.toPlainString() + ")")
                            .toList());
        }
    }

    @Test
    void refusesTypesThatPostgresHasNot() {
        assertThatThrownBy(() -> ColumnType.of(DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MAP<STRING, STRING>");
    }

    private static BigDecimal decimal(Random random, int scale) {
        return new BigDecimal(new BigInteger(1 + random.nextInt(120), random), scale)
                .multiply(random.nextBoolean() ? BigDecimal.ONE : BigDecimal.ONE.negate());
    }

    private org.assertj.core.api.ListAssert<String> assertArrives(String ddl, Row... rows) {
        Dataset<Row> dataset = TestSpark.rows(ddl, rows);
        List<String> arrived = database.query(handle -> {
            STAGING.drop(handle);
            STAGING.create(handle, dataset.schema());
            long copied = StagingTable.collected(STAGING.copying(settings, dataset, List.of())).values().stream()
                    .mapToLong(StagedSlice::rows)
                    .sum();
            assertThat((long) handle.inTransaction(STAGING::close))
                    .isEqualTo(copied)
                    .isEqualTo(rows.length);
            handle.execute("SET TIME ZONE 'UTC'");
            return handle.createQuery("SELECT CAST(s AS text) FROM " + STAGING.name() + " s")
                    .mapTo(String.class)
                    .list();
        });
        return assertThat(arrived);
    }
}
