package dev.ingot.cli.command;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;

/** The failures of arguments. */
final class CommandErrors {
    private CommandErrors() {}

    static IngotException outOfRange(String option, long value, long least, long most) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, option + " cannot be " + value)
                .because("it has to be between " + least + " and " + most));
    }
}
