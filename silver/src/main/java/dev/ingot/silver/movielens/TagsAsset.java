package dev.ingot.silver.movielens;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tags that users gave to movies. */
final class TagsAsset implements DeltaAsset {
    @Override
    public AssetSpec spec() {
        return TagsDefinition.SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Tags.of(inputs.read(BronzeAssets.TAGS), inputs.read(SilverAssets.MOVIES));
    }
}
