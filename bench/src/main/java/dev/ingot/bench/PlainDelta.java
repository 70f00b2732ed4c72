package dev.ingot.bench;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Severity;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.rows.Classification;
import dev.ingot.spark.rows.SliceRows;
import dev.ingot.spark.table.DeltaTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Writes an asset's tables as anybody would: one CASE sorts the rows, two writes keep them. */
record PlainDelta(DeltaTables tables) {
    void write(DeltaAsset asset, PlainInputs inputs) {
        AssetSpec spec = asset.spec();
        Classification sorting = new Classification(spec);
        Dataset<Row> sorted = sorting.classify(SliceRows.inScope(spec, inputs.scope(), asset.compute(inputs)));
        if (spec.expectations().stream().noneMatch(rule -> rule.severity() == Severity.QUARANTINE)) {
            save(sorting.good(sorted), tables.table(spec.key()), spec);
            return;
        }
        Dataset<Row> kept = sorted.persist(StorageLevel.MEMORY_AND_DISK());
        save(sorting.good(kept), tables.table(spec.key()), spec);
        save(sorting.rejected(kept), tables.rejected(spec.key()), spec);
        kept.unpersist();
    }

    private static void save(Dataset<Row> rows, Location table, AssetSpec spec) {
        rows.write()
                .format("delta")
                .mode("overwrite")
                .partitionBy(spec.partitioning().columns().toArray(String[]::new))
                .save(table.uri());
    }
}
