package dev.ingot.cli.planning;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;

/** The failures of arguments that say what to run. */
final class RequestErrors {
    private RequestErrors() {}

    static int checkBatch(int partitions) {
        if (partitions < 1) {
            throw new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "--batch cannot be " + partitions)
                    .because("it is the number of partitions that a step takes, at least 1")
                    .help("leave it out to let Ingot decide by their expected size"));
        }
        return partitions;
    }

    static IngotException needs(String option, String other, String why) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, option + " says nothing without " + other)
                .because(why)
                .help("say both: " + other + " " + option));
    }

    static IngotException excludes(String one, String other, String why) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, one + " does not go with " + other)
                .because(why)
                .help("leave one of them out"));
    }
}
