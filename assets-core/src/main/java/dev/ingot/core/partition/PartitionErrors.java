package dev.ingot.core.partition;

import dev.ingot.core.error.Definition;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The failures of partition keys and ranges. */
final class PartitionErrors {
    private PartitionErrors() {}

    static IngotException emptyValue(List<String> values) {
        return invalid("A partition key has an empty value", values.toString());
    }

    static IngotException brokenValue() {
        return invalid("A partition key has a value that is no text", "it holds half of a surrogate pair");
    }

    static IngotException unreadable(String text, int position) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, "Not a partition key: '" + text + "'")
                .because("character " + (position + 1)
                        + " is not one of A-Z a-z 0-9 _ - or a percent-encoded byte such as %20")
                .help("see the keys that exist with: ingot partitions KEY"));
    }

    static IngotException notInWindow(PartitionKey key, Partitioning partitioning) {
        Diagnostic none = Diagnostic.of(ErrorCode.INVALID_PARTITION, "There is no partition '" + key + "'");
        return new IngotException(
                partitioning.isPartitioned()
                        ? none.because("the partitions are " + partitioning).help("choose one that exists")
                        : none.because("it is not partitioned").help("leave the partition out"));
    }

    static IngotException yearsBackwards(int first, int last) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The years from " + first + " to " + last + " run backwards")
                        .at(Definition.place())
                        .because("the first is after the last")
                        .help("name the first one first"));
    }

    static IngotException backwards(PartitionKey first, PartitionKey last) {
        return invalid("The range " + first + ".." + last + " runs backwards", "its first key is after its last");
    }

    static IngotException invalidSetName(String name) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "Not a name for a set of partitions: '" + name + "'")
                        .because("it is not a small letter, followed by up to 62 small letters, digits and _")
                        .help("choose a name such as shops or regions_2024"));
    }

    static IngotException noWindow(PartitionKey key, TimeWindows windows, String example) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, "There is no partition '" + key + "'")
                .because("the partitions are " + windows)
                .help("name one as the first is named: " + example));
    }

    static IngotException outsideWindow(PartitionKey key, TimeWindows windows, @Nullable Instant before) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, "There is no partition '" + key + "'")
                .because(
                        before == null
                                ? "it is outside of the partitions, " + windows
                                : "it has not ended yet at " + before + "; the partitions are " + windows)
                .help("choose one that exists"));
    }

    static IngotException unknownZone(String name) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, "There is no time zone '" + name + "'")
                .at(Definition.place())
                .help(Suggestions.sentence(name, ZoneId.getAvailableZoneIds()))
                .help("use a name of the tz database such as Europe/Berlin, or an offset such as +02:00"));
    }

    static IngotException startMissing(String column, String rhythm) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The time windows by " + column + " have no start")
                        .at(Definition.place())
                        .because("they are " + rhythm + ", and without a start nobody can number them")
                        .help("say .start(2024) or .start(LocalDate.of(2024, 3, 1))"));
    }

    static IngotException offsetOfCron(String column, String rhythm, Duration offset) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The time windows by " + column + " cannot have an offset")
                        .at(Definition.place())
                        .because("they are " + rhythm + ", which says itself when they begin; the offset is " + offset)
                        .help("leave .offset out, and write the time into the expression"));
    }

    static IngotException firstDayOfNoWeek(String column, String rhythm, DayOfWeek day) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_PARTITION, "The time windows by " + column + " cannot begin on a " + day)
                .at(Definition.place())
                .because("they are " + rhythm + ", and only weeks have a first day")
                .help("leave .startingOn out, or use Partitioning.weekly"));
    }

    static IngotException emptyWindow(TimeWindows windows) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "No window fits between start and end: " + windows)
                        .at(Definition.place())
                        .because("the first one ends later than the last may")
                        .help("move the start back or the end forward"));
    }

    static IngotException offsetBackwards(int from, int to) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The offset from " + from + " to " + to + " runs backwards")
                        .at(Definition.place())
                        .because("its first partition is after its last")
                        .help("say offset(" + to + ", " + from + ")"));
    }

    static IngotException tooMany(List<Integer> sizes) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The crossed partitions are too many to number them")
                        .because("the dimensions have " + sizes + " keys, and at most " + Integer.MAX_VALUE
                                + " combinations can be told apart")
                        .help("drop a dimension, or make its partitions coarser"));
    }

    static IngotException invalidDimensions(List<String> columns, String why) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The dimensions " + columns + " cannot be crossed")
                        .at(Definition.place())
                        .because(why)
                        .help("cross partitionings that each have a column of their own"));
    }

    static IngotException invalid(String what, String why) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, what).because(why));
    }
}
