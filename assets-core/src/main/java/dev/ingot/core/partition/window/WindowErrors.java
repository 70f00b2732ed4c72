package dev.ingot.core.partition.window;

import dev.ingot.core.error.Definition;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The failures of when windows begin. */
final class WindowErrors {
    private WindowErrors() {}

    static IngotException offsetTooLong(CalendarUnit unit, Duration offset) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_PARTITION, "Windows that are " + unit + " cannot have the offset " + offset)
                .at(Definition.place())
                .because("an offset is at least zero and shorter than the unit, " + unit.shortest())
                .help("choose a smaller offset, or other windows"));
    }

    static IngotException unreadableCron(String column, String expression, @Nullable String why) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_PARTITION, "Not a cron expression of " + column + ": '" + expression + "'")
                .at(Definition.place())
                .because(why)
                .help("give five fields, minute hour day-of-month month day-of-week, such as '30 5 * * MON-FRI'"));
    }

    static IngotException neverFires(String column, String expression) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_PARTITION,
                        "The cron expression '" + expression + "' of " + column + " never fires")
                .at(Definition.place())
                .because("no day in 400 years has that day of month, month and day of week")
                .help("correct the day of month or the month"));
    }

    static IngotException tooMany(Rhythm rhythm) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "There are too many windows (" + rhythm + ") to number them")
                        .because("at most " + Integer.MAX_VALUE + " partitions can be told apart")
                        .help("begin later, end earlier, or choose longer windows"));
    }
}
