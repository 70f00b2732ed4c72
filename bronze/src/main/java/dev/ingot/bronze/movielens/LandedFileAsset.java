package dev.ingot.bronze.movielens;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.dataset.MovieLensFile;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One landed file as a table: every field a string, and where each row came from. */
final class LandedFileAsset implements DeltaAsset {
    private final AssetSpec spec;
    private final LandedFile file;

    LandedFileAsset(AssetKey key, MovieLensFile layout) {
        file = LandedFile.of(key.domain() + "/" + layout.fileName(), layout);
        spec = LandedFileDefinition.of(key, file);
    }

    @Override
    public AssetSpec spec() {
        return spec;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        Dataset<Row> lines = CsvLines.read(inputs.spark(), inputs.landed(file.source()));
        return CsvLines.rows(lines, file, inputs.landedVersion(file.source()));
    }
}
