package dev.ingot.postgres.publish;

import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.step.PinnedInputs;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import org.apache.spark.sql.SparkSession;

/** Inputs from the tables of the lake and from landed files. */
public record LakeInputs(DeltaTables tables, LandedFiles landed) implements PostgresExecutor.InputsFactory {
    @Override
    public AssetInputs of(StepContext context, SparkSession session) {
        return new PinnedInputs(context, session, tables, landed);
    }
}
