package dev.ingot.cli.command.runs;

import dev.ingot.core.event.StepState;
import dev.ingot.core.log.LogTail;
import dev.ingot.core.log.RunLogs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the logs of steps, at once or bit by bit. */
final class LogReader {
    private final Map<StepState, LogTail> tails = new LinkedHashMap<>();

    LogReader(RunLogs logs, AskedSteps asked) {
        asked.steps().forEach(step -> tails.put(step, new LogTail(logs.file(step.id()))));
    }

    /** What is in the log of one step. */
    List<String> all(StepState step) {
        return tails.getOrDefault(step, new LogTail(java.nio.file.Path.of(""))).rest();
    }

    /** The lines that have come since the last call, each step's together. */
    List<String> news() {
        return told(LogTail::lines);
    }

    /** The same, and lines that were begun. */
    List<String> last() {
        return told(LogTail::rest);
    }

    private List<String> told(Function<LogTail, List<String>> read) {
        List<String> lines = new ArrayList<>();
        tails.forEach((step, tail) -> read.apply(tail)
                .forEach(line -> lines.add(tails.size() == 1 ? line : "[" + title(step) + "] " + line)));
        return lines;
    }

    String title(StepState step) {
        return step.id().number() + " " + step.asset() + (step.partitions().isEmpty() ? "" : "@" + step.partitions());
    }
}
