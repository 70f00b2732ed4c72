package dev.ingot.cli.command.clean;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.nio.file.Path;

/** The failures of cleaning. */
final class CleanErrors {
    private CleanErrors() {}

    static IngotException databaseInUse(Path state) {
        return new IngotException(Diagnostic.of(ErrorCode.LEASE_HELD, "The database is in use, so nothing was removed")
                .at(state.resolve("postgres").toString())
                .because("another command of Ingot keeps its server running")
                .help("wait until that has ended, then: ingot clean"));
    }
}
