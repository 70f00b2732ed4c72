package dev.ingot.cli.command.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.log.LogTail;
import dev.ingot.core.log.RunLogs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepStoryTest {
    private static final StepState PENDING = StepState.pending(
            new StepId(new RunId("01JD0000000000000000000001"), 1),
            AssetKey.parse("bronze/orchard/apples"),
            "",
            "never materialized");

    @TempDir
    private Path folder;

    private RunLogs logs;
    private StepStory story;

    @BeforeEach
    void open() {
        logs = new RunLogs(folder);
        story = new StepStory(PENDING, new LogTail(logs.file(PENDING.id())));
    }

    private static Instant second(int second) {
        return Instant.parse("2026-03-01T10:00:00.000400Z").plusSeconds(second);
    }

    private StepState changes(int second, StepState to) {
        story.changed(RunEvent.ofStep(to.id().run(), second(second), to));
        return to;
    }

    private void says(int second, String words) {
        logs.append(PENDING.id(), "2026-03-01T10:00:0" + second + ".000Z INFO  orchard " + words + "\n");
    }

    /** Each line from its third word on: without its time and level. */
    private static List<String> words(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("^\\S+Z (INFO |ERROR) \\S+ ", ""))
                .toList();
    }

    @Test
    void whatAStepSaysStandsBetweenTheBeginAndTheEndOfItsAttempt() {
        StepState first = changes(1, PENDING.started(second(1)));
        changes(2, first.waiting("attempt 1 of 3 failed"));
        StepState second = changes(4, first.started(second(4)));
        changes(5, second.finished(StepStatus.FAILED, second(5), "a worm"));
        says(1, "picking");
        logs.append(PENDING.id(), "\tat the tree\n");
        says(3, "told a moment after the end");
        says(4, "picking again");
        says(6, "told after the end");

        assertThat(words(story.rest()))
                .containsExactly(
                        "bronze/orchard/apples begins: never materialized",
                        "picking",
                        "\tat the tree",
                        "told a moment after the end",
                        "attempt 1 of 3 failed",
                        "bronze/orchard/apples begins, attempt 2: never materialized",
                        "picking again",
                        "told after the end",
                        "failed: a worm");
    }

    @Test
    void nothingIsToldTwiceAndNothingBeforeTheBegin() {
        says(1, "picking");
        assertThat(story.news()).isEmpty();
        StepState begun = changes(1, PENDING.started(second(1)));
        assertThat(words(story.news())).containsExactly("bronze/orchard/apples begins: never materialized", "picking");
        says(2, "resting");
        assertThat(words(story.news())).containsExactly("resting");
        changes(3, begun.finished(StepStatus.CANCELLED, second(3), ""));
        assertThat(words(story.news())).containsExactly("cancelled");
        assertThat(story.rest()).isEmpty();
    }

    @Test
    void aLineThatItsWriterDidNotCompleteIsAmongTheRest() {
        changes(1, PENDING.started(second(1)));
        says(1, "picking");
        logs.append(PENDING.id(), "and then");

        assertThat(words(story.news())).hasSize(2).endsWith("picking");
        assertThat(story.rest()).containsExactly("and then");
    }

    @Test
    void whatNeverBeganHasNoStory() {
        changes(1, PENDING.waiting("waits for run 7"));
        changes(2, PENDING.finished(StepStatus.SKIPPED, second(2), "it needs apples"));

        assertThat(story.rest()).isEmpty();
    }
}
