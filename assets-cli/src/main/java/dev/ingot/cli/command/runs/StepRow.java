package dev.ingot.cli.command.runs;

import dev.ingot.cli.text.Words;
import dev.ingot.core.event.Expected;
import dev.ingot.core.event.StepState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Steps of a run that are told in one line: what they wrote beside what was expected. */
record StepRow(List<StepState> steps, StepStanding standing) {
    static final List<String> HEADINGS = List.of(
            "  step",
            "asset",
            "partitions",
            "status",
            "rows",
            "expected",
            "rejected",
            "size",
            "expected",
            "time",
            "expected",
            "reason");

    static List<StepRow> each(List<StepState> steps, StepStanding standing) {
        return steps.stream().map(step -> new StepRow(List.of(step), standing)).toList();
    }

    static List<StepRow> byAsset(List<StepState> steps, StepStanding standing) {
        Map<Object, List<StepState>> groups = new LinkedHashMap<>();
        steps.forEach(step -> groups.computeIfAbsent(step.asset(), unused -> new ArrayList<>())
                .add(step));
        return groups.values().stream()
                .map(group -> new StepRow(group, standing))
                .toList();
    }

    List<String> cells() {
        StepState first = steps.get(0);
        boolean single = steps.size() == 1;
        return List.of(
                "  " + first.id().number() + (single ? "" : ", …"),
                first.asset().toString(),
                single ? first.partitions() : Words.count(steps.size(), "batch"),
                single ? status(first) : standing.counts(steps),
                any(StepState::rows, Words::number),
                any(step -> step.expected().rows(), rows -> "~" + Words.number(rows)),
                any(StepState::rejected, Words::number),
                any(step -> step.written().bytes(), Words::size),
                any(step -> step.expected().bytes(), bytes -> "~" + Words.size(bytes)),
                time(steps.stream().map(StepState::duration).toList(), ""),
                time(steps.stream().map(StepState::expected).map(Expected::took).toList(), "~"),
                first.reason());
    }

    private String status(StepState step) {
        return standing.of(step) + (step.attempt() > 1 ? ", attempt " + step.attempt() : "");
    }

    /** The sum; nothing where nothing was written, or is known. */
    private String any(ToLongFunction<StepState> what, java.util.function.LongFunction<String> text) {
        long sum = steps.stream().mapToLong(what).sum();
        return sum == 0 ? "" : text.apply(sum);
    }

    private static String time(List<Duration> durations, String mark) {
        Duration sum = durations.stream().reduce(Duration.ZERO, Duration::plus);
        return sum.isZero() ? "" : mark + Words.duration(sum);
    }
}
