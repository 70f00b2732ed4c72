package dev.ingot.silver.movielens;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The movies. */
final class MoviesAsset implements DeltaAsset {
    @Override
    public AssetSpec spec() {
        return MoviesDefinition.SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Movies.of(inputs.read(BronzeAssets.MOVIES));
    }
}
