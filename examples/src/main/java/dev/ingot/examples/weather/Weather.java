package dev.ingot.examples.weather;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The weather of January, by day and station; a station is added with {@code ingot partitions add}. */
final class Weather {
    static final AssetKey READINGS = AssetKey.parse("bronze/weather/readings");
    static final AssetKey DAYS = AssetKey.parse("silver/weather/days");
    static final AssetKey CHANGES = AssetKey.parse("gold/weather/changes");
    static final AssetKey MONTHS = AssetKey.parse("gold/weather/months");

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    static final Partitioning DAILY = Partitioning.daily("day")
            .start(LocalDate.of(2026, 1, 1))
            .end(LocalDate.of(2026, 2, 1))
            .zone(HELSINKI)
            .build();
    private static final Partitioning STATIONS = Partitioning.dynamic("station", "stations");

    private Weather() {}

    /** Asks for exactly the days and stations that its step is about, from when to when each day reaches in its zone. */
    static final class Readings implements DeltaAsset {
        private static final StructType SCHEMA =
                StructType.fromDDL("day string, station string, hour int, celsius double");

        @Override
        public AssetSpec spec() {
            return AssetSpec.of(READINGS, "What each station measured.")
                    .partitioned(Partitioning.crossed(DAILY, STATIONS))
                    .build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            List<Row> rows = new ArrayList<>();
            inputs.windows().bySlice().forEach((slice, period) -> {
                for (Instant at = period.start(); at.isBefore(period.end()); at = at.plus(6, ChronoUnit.HOURS)) {
                    ZonedDateTime local = at.atZone(HELSINKI);
                    String day = slice.values().get(0);
                    String station = slice.values().get(1);
                    rows.add(RowFactory.create(day, station, local.getHour(), measured(local)));
                }
            });
            return inputs.spark().createDataFrame(rows, SCHEMA);
        }

        /** Stands for a call of some service. */
        private static double measured(ZonedDateTime at) {
            return at.getDayOfMonth() - 20 + at.getHour() / 6.0;
        }
    }

    /** A day needs its readings of all stations. */
    static final class Days implements DeltaAsset {
        @Override
        public AssetSpec spec() {
            return AssetSpec.of(DAYS, "How warm each day was.")
                    .partitioned(DAILY)
                    .reads(READINGS, PartitionMapping.dimensions().map("day", PartitionMapping.identity()))
                    .build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return inputs.read(READINGS).groupBy("day").agg(avg("celsius").as("celsius"));
        }
    }

    /** A day needs another, by a mapping of one's own. */
    static final class Changes implements DeltaAsset {
        @Override
        public AssetSpec spec() {
            return AssetSpec.of(CHANGES, "How much warmer each day was than a week before.")
                    .partitioned(DAILY)
                    .reads(DAYS, new WeekBefore())
                    .build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            Dataset<Row> days = inputs.read(DAYS);
            Dataset<Row> before = days.select(
                    functions
                            .date_add(col("day").cast("date"), 7)
                            .cast("string")
                            .as("day"),
                    col("celsius").as("before"));
            return days.join(before, "day").selectExpr("day", "celsius - before AS change");
        }
    }

    /** A month needs its days. */
    static final class Months implements DeltaAsset {
        @Override
        public AssetSpec spec() {
            return AssetSpec.of(MONTHS, "The warmest day of each month.")
                    .partitioned(Partitioning.monthly("month")
                            .start(2026)
                            .zone(HELSINKI)
                            .build())
                    .reads(DAYS, PartitionMapping.overlapping())
                    .build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return inputs.read(DAYS)
                    .groupBy(functions.substring(col("day"), 1, 7).as("month"))
                    .agg(max("celsius").as("celsius"));
        }
    }
}
