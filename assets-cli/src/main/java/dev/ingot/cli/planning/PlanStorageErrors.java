package dev.ingot.cli.planning;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The failures of keeping plans. */
final class PlanStorageErrors {
    private PlanStorageErrors() {}

    static IngotException unwritable(Path file, IOException cause) {
        Path folder = file.toAbsolutePath().getParent();
        boolean exists = folder != null && Files.isDirectory(folder);
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "The plan cannot be saved")
                        .at(file.toString())
                        .because(exists ? cause.toString() : "the folder " + folder + " does not exist"),
                cause);
    }

    static IngotException unreadable(Path file, IOException cause) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "The plan cannot be read")
                        .at(file.toString())
                        .because(Files.exists(file) ? cause.toString() : "there is no such file")
                        .help("save one with: ingot plan --out " + file),
                cause);
    }

    /** The same failure, naming the file of the plan. */
    static IngotException of(Path file, IngotException cause) {
        String place =
                cause.diagnostic().where().map(where -> file + "\n" + where).orElse(file.toString());
        return new IngotException(cause.diagnostic().at(place), cause);
    }

    static IngotException noPlan(Run run) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "Run " + run.id() + " cannot be taken up again")
                        .because("its plan was not kept")
                        .help("bring up to date what it left: ingot materialize"));
    }

    static IngotException assetGone(Run run, AssetKey asset) {
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_ASSET, "Run " + run.id() + " cannot be taken up again")
                        .because("its plan has " + asset + ", which is not defined any more")
                        .help("bring up to date what it left: ingot materialize"));
    }
}
