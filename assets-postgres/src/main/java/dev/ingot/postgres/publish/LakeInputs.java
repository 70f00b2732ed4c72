package dev.ingot.postgres.publish;

import dev.ingot.core.engine.StepContext;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaTables;
import dev.ingot.spark.LandedFiles;
import dev.ingot.spark.PinnedInputs;
import org.apache.spark.sql.SparkSession;

/** Inputs from the tables of the lake and from landed files. */
public record LakeInputs(DeltaTables tables, LandedFiles landed) implements PostgresExecutor.InputsFactory {
    @Override
    public AssetInputs of(StepContext context, SparkSession session) {
        return new PinnedInputs(context, session, tables, landed);
    }
}
