package dev.ingot.cli.command.runs;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.log.LogTail;
import dev.ingot.core.log.RunLogs;
import dev.ingot.core.run.RunStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the stories of steps of one run, at once or bit by bit. */
final class LogReader {
    private final RunStore runs;
    private final RunId run;
    private final Map<StepId, StepStory> stories = new LinkedHashMap<>();
    private int known;

    LogReader(RunStore runs, RunLogs logs, RunId run, AskedSteps asked) {
        this.runs = runs;
        this.run = run;
        asked.steps().forEach(step -> stories.put(step.id(), new StepStory(step, new LogTail(logs.file(step.id())))));
    }

    /** All that there is of each step, in the order of their numbers. */
    Map<StepStory, List<String>> all() {
        look();
        Map<StepStory, List<String>> all = new LinkedHashMap<>();
        stories.values().forEach(story -> all.put(story, story.rest()));
        return all;
    }

    /** The lines that have come since the last call, each step's together. */
    List<String> news() {
        return told(StepStory::news);
    }

    /** The same, and lines that were begun. */
    List<String> last() {
        return told(StepStory::rest);
    }

    private List<String> told(Function<StepStory, List<String>> read) {
        look();
        List<String> lines = new ArrayList<>();
        for (StepStory story : stories.values()) {
            String title = stories.size() == 1 ? "" : "[" + story.title() + "] ";
            read.apply(story).forEach(line -> lines.add(title + line));
        }
        return lines;
    }

    private void look() {
        List<RunEvent> news = runs.events(run, known);
        known += news.size();
        for (RunEvent event : news) {
            event.step().map(StepState::id).map(stories::get).ifPresent(story -> story.changed(event));
        }
    }
}
