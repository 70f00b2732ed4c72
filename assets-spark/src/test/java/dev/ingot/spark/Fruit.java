package dev.ingot.spark;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.partition.Partitioning;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Small assets for tests: a harvest, by year. */
public final class Fruit {
    public static final AssetKey RAW = AssetKey.of(Layer.BRONZE, "fruit", "harvest");
    public static final AssetKey CLEAN = AssetKey.of(Layer.SILVER, "fruit", "harvest");
    public static final String COLUMNS = "fruit string, kilos int, year string";

    private Fruit() {}

    /** Rejects rows without fruit, then those of negative weight; warns of heavy ones; stops at a durian. */
    public static Expectation[] rules() {
        return new Expectation[] {
            Expectation.quarantine("has_fruit", "fruit is not null"),
            Expectation.warn("light", "kilos < 100"),
            Expectation.quarantine("positive", "kilos >= 0"),
            Expectation.fail("no_durian", "fruit <> 'durian'"),
            Expectation.quarantine("has_year", "year is not null")
        };
    }

    /** Cleans the harvest, by the years present in it. */
    public static DeltaAsset clean() {
        return asset(
                AssetSpec.of(CLEAN, "What was picked.")
                        .reads(RAW)
                        .partitioned(Partitioning.presentInSource("year"))
                        .expects(rules())
                        .build(),
                inputs -> inputs.read(RAW));
    }

    public static DeltaAsset asset(AssetSpec spec, Function<AssetInputs, Dataset<Row>> compute) {
        return asset(spec, compute, (inputs, committed) -> List.of());
    }

    public static DeltaAsset asset(
            AssetSpec spec,
            Function<AssetInputs, Dataset<Row>> compute,
            BiFunction<AssetInputs, Dataset<Row>, List<CheckResult>> check) {
        return new DeltaAsset() {
            @Override
            public AssetSpec spec() {
                return spec;
            }

            @Override
            public Dataset<Row> compute(AssetInputs inputs) {
                return compute.apply(inputs);
            }

            @Override
            public List<CheckResult> check(AssetInputs inputs, Dataset<Row> committed) {
                return check.apply(inputs, committed);
            }
        };
    }
}
