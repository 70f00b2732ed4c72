package dev.ingot.examples.weather;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import java.time.LocalDate;
import java.util.List;

/** A mapping of one's own: each day needs itself and the same day of the week before. Its test checks the laws that planning needs. */
final class WeekBefore implements PartitionMapping {
    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        String before = LocalDate.parse(downstream.value()).minusWeeks(1).toString();
        return sides.upstream().keys().intersect(PartitionSet.of(List.of(downstream, PartitionKey.of(before))));
    }

    @Override
    public String toString() {
        return "the day and the one a week before";
    }
}
