package dev.ingot.core.partition;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.List;

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

    static IngotException notInWindow(PartitionKey key, Object window) {
        return invalid("There is no partition '" + key + "'", "the partitions are " + window);
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

    static IngotException invalid(String what, String why) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, what).because(why));
    }
}
