package dev.ingot.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.progress.Timetable.Task;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TimetableTest {
    @Test
    void stepsThatWaitForNothingRunAtOnceAsFarAsTheyMay() {
        List<Task> tasks = List.of(task(1, 10), task(2, 10), task(3, 10));
        assertThat(Timetable.span(tasks, 1)).hasSeconds(30);
        assertThat(Timetable.span(tasks, 2)).hasSeconds(20);
        assertThat(Timetable.span(tasks, 3)).hasSeconds(10);
    }

    @Test
    void aStepBeginsWhenTheLastThatItWaitsForHasEnded() {
        List<Task> tasks = List.of(task(1, 10), task(2, 4), task(3, 1, 1, 2), task(4, 20, 2));
        assertThat(Timetable.span(tasks, 2)).hasSeconds(24);
    }

    @Test
    void whatIsNoLongerToRunIsNotWaitedFor() {
        assertThat(Timetable.span(List.of(task(7, 5, 1, 2, 3)), 2)).hasSeconds(5);
        assertThat(Timetable.span(List.of(), 2)).isZero();
    }

    private static Task task(int number, int seconds, Integer... after) {
        return new Task(number, Set.of(after), Duration.ofSeconds(seconds));
    }
}
