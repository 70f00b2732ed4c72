package dev.ingot.spark.commit;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.spark.lake.Location;
import org.apache.spark.sql.delta.DeltaTableFeatureException;
import org.apache.spark.sql.delta.DeltaUnsupportedTableFeatureException;
import org.apache.spark.sql.delta.InvalidProtocolVersionException;
import org.apache.spark.sql.types.StructType;

/** The failures of commits. */
final class CommitErrors {
    private CommitErrors() {}

    /** What went wrong when a table was opened. */
    static RuntimeException ofTable(Location table, RuntimeException failure) {
        boolean newer = failure instanceof InvalidProtocolVersionException
                || failure instanceof DeltaTableFeatureException
                || failure instanceof DeltaUnsupportedTableFeatureException;
        if (!newer) {
            return failure;
        }
        Diagnostic diagnostic = Diagnostic.of(ErrorCode.NEWER_FORMAT, "A table was written by a newer Delta Lake")
                .at(table.toString())
                .because(failure.getMessage())
                .help("use the version that wrote it, or a newer one; nothing was touched");
        return new IngotException(diagnostic, failure);
    }

    static IngotException conflict(Location table, Exception failure) {
        Diagnostic diagnostic = Diagnostic.of(
                        ErrorCode.COMMIT_CONFLICT, "Somebody else changed the same slices in the meantime")
                .at(table.toString())
                .because(failure.getMessage())
                .help("run the command again; nothing was committed");
        return new IngotException(diagnostic, failure);
    }

    static IngotException newerManifest(Number format, int known) {
        return new IngotException(Diagnostic.of(ErrorCode.NEWER_FORMAT, "Staged files were left by a newer Ingot")
                .because("their manifest has format " + format + ", this Ingot reads up to " + known)
                .help("use the Ingot that wrote it, or a newer one"));
    }

    static IngotException stagedFileGone(StagedManifest manifest, StagedFile file) {
        Diagnostic diagnostic = Diagnostic.of(
                        ErrorCode.NOT_MATERIALIZED, "The rows that step " + manifest.step() + " left are gone")
                .at(manifest.asset().toString())
                .because("there is no " + file.path() + " any more: it was cleaned up")
                .help("compute them again with: ingot materialize " + manifest.asset());
        return new IngotException(diagnostic);
    }

    static IngotException schemaChanged(StructType old, StructType changed) {
        return new IngotException(
                Diagnostic.of(ErrorCode.STEP_FAILED, "The columns differ from those of the slices that stay")
                        .because(String.join("; ", TableSchema.differences(old, changed)))
                        .help("materialize all partitions of the asset at once; nothing was committed"));
    }
}
