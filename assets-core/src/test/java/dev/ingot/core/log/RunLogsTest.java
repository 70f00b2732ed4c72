package dev.ingot.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogsTest {
    private static final RunId FIRST = new RunId("01JD0000000000000000000001");
    private static final RunId SECOND = new RunId("01JD0000000000000000000002");
    private static final RunId THIRD = new RunId("01JD0000000000000000000003");

    @TempDir
    private Path folder;

    private RunLogs logs() {
        return new RunLogs(folder.resolve("logs"));
    }

    @Test
    void aStepHasAFileOfItsOwn() {
        logs().append(new StepId(FIRST, 7), "one\n");
        logs().append(new StepId(FIRST, 7), "two\n");
        logs().append(new StepId(FIRST, 1234), "three\n");

        assertThat(logs().file(new StepId(FIRST, 7)))
                .isEqualTo(folder.resolve("logs/01JD0000000000000000000001/007.log"))
                .hasContent("one\ntwo\n");
        assertThat(logs().steps(FIRST)).containsExactly(new StepId(FIRST, 7), new StepId(FIRST, 1234));
        assertThat(logs().steps(SECOND)).isEmpty();
        assertThat(RunLogs.step(RunLogs.name(new StepId(FIRST, 7)))).isEqualTo(new StepId(FIRST, 7));
    }

    @Test
    void onlyTheNewestRunsAndThoseThatAreSparedKeepTheirs() throws Exception {
        for (RunId run : List.of(FIRST, SECOND, THIRD)) {
            logs().append(new StepId(run, 1), "x\n");
        }
        Path other = Files.writeString(folder.resolve("logs/spark.log"), "not a run's");

        logs().keep(1, FIRST::equals);

        assertThat(logs().runs()).containsExactly(THIRD, FIRST);
        assertThat(other).exists();
        logs().keep(0, run -> false);
        assertThat(logs().runs()).isEmpty();
    }

    @Test
    void aTailTellsEachLineOnceWhenItIsComplete() throws Exception {
        Path file = folder.resolve("a.log");
        LogTail tail = new LogTail(file);
        assertThat(tail.lines()).isEmpty();

        write(file, "one\ntwo\nthr");
        assertThat(tail.lines()).containsExactly("one", "two");
        assertThat(tail.lines()).isEmpty();
        write(file, "ee\nfo");
        assertThat(tail.lines()).containsExactly("three");
        assertThat(tail.rest()).containsExactly("fo");
        assertThat(tail.rest()).isEmpty();
    }

    @Test
    void aLetterThatIsWrittenInTwoPiecesIsReadWhole() throws Exception {
        Path file = folder.resolve("a.log");
        LogTail tail = new LogTail(file);
        byte[] bytes = "é\n".getBytes(StandardCharsets.UTF_8);

        Files.write(file, new byte[] {bytes[0]});
        assertThat(tail.lines()).isEmpty();
        Files.write(file, new byte[] {bytes[1], bytes[2]}, StandardOpenOption.APPEND);

        assertThat(tail.lines()).containsExactly("é");
    }

    private static void write(Path file, String text) throws Exception {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
