package dev.ingot.silver.movielens;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The movies' ids in other catalogues. */
final class LinksAsset implements DeltaAsset {
    @Override
    public AssetSpec spec() {
        return LinksDefinition.SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Links.of(inputs.read(BronzeAssets.LINKS), inputs.read(SilverAssets.MOVIES));
    }
}
