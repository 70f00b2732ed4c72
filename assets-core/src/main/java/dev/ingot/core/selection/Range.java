package dev.ingot.core.selection;

import static java.util.stream.Collectors.joining;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The partitions whose values lie in a span each.
 *
 * @param spans one for each dimension, at least one
 */
public record Range(List<Span> spans) {
    public Range {
        spans = List.copyOf(spans);
    }

    /** One key. */
    static Range of(PartitionKey key) {
        return new Range(key.values().stream()
                .map(PartitionKey::of)
                .map(value -> new Span(value, value))
                .toList());
    }

    /** @param whole the text around it, for people */
    static Range parse(String text, String whole) {
        List<Span> spans = new ArrayList<>();
        for (String dimension : text.split("~", -1)) {
            String values = dimension.strip();
            int dots = values.indexOf("..");
            String first = (dots < 0 ? values : values.substring(0, dots)).strip();
            String last = (dots < 0 ? values : values.substring(dots + 2)).strip();
            if (first.isEmpty() || last.isEmpty()) {
                throw SelectionErrors.emptyPartition(whole.strip());
            }
            spans.add(values.equals("*") ? Span.any() : new Span(PartitionKey.parse(first), PartitionKey.parse(last)));
        }
        return new Range(spans);
    }

    boolean isSingle() {
        return spans.stream().allMatch(Span::isSingle);
    }

    /** The only key of a range that {@link #isSingle}. */
    PartitionKey single() {
        return new PartitionKey(spans.stream().map(span -> span.first().value()).toList());
    }

    boolean contains(PartitionKey key) {
        if (key.values().size() != spans.size()) {
            return false;
        }
        if (spans.size() == 1) {
            return spans.get(0).contains(key);
        }
        for (int dimension = 0; dimension < spans.size(); dimension++) {
            if (!spans.get(dimension).contains(PartitionKey.of(key.values().get(dimension)))) {
                return false;
            }
        }
        return true;
    }

    PartitionSet among(PartitionSet known) {
        if (known.isEmpty() || known.last().values().size() != spans.size()) {
            return PartitionSet.empty();
        }
        return spans.size() == 1 && !spans.get(0).isAny()
                ? known.range(spans.get(0).first(), spans.get(0).last())
                : known.filter(this::contains);
    }

    Optional<Range> and(Range other) {
        if (spans.size() != other.spans.size()) {
            return Optional.empty();
        }
        List<Span> both = new ArrayList<>();
        for (int dimension = 0; dimension < spans.size(); dimension++) {
            Optional<Span> span = spans.get(dimension).and(other.spans.get(dimension));
            if (span.isEmpty()) {
                return Optional.empty();
            }
            both.add(span.get());
        }
        return Optional.of(new Range(both));
    }

    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(joining("~"));
    }
}
