package dev.ingot.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Foretells how long steps take that wait for each other and of which only so many run at once, in the manner of the engine. */
public final class Timetable {
    private final int parallelism;
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final Map<Integer, Integer> waiting = new HashMap<>();
    private final Map<Integer, List<Integer>> readers = new HashMap<>();
    private final PriorityQueue<Integer> ready = new PriorityQueue<>();
    private final PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparing(Running::end));

    private Timetable(Collection<Task> tasks, int parallelism) {
        this.parallelism = parallelism;
        tasks.forEach(task -> this.tasks.put(task.number(), task));
    }

    /** A step that is still to run; it waits for no others than those among the tasks. */
    public record Task(int number, Set<Integer> after, Duration took) {}

    private record Running(int number, Duration end) {}

    /** From the beginning of the first to the end of the last. */
    public static Duration span(Collection<Task> tasks, int parallelism) {
        return new Timetable(tasks, parallelism).run();
    }

    private Duration run() {
        tasks.values().forEach(this::enter);
        Duration now = Duration.ZERO;
        while (true) {
            while (running.size() < parallelism && !ready.isEmpty()) {
                int number = ready.remove();
                running.add(new Running(number, now.plus(task(number).took())));
            }
            Running next = running.poll();
            if (next == null) {
                return now;
            }
            now = next.end();
            readers.getOrDefault(next.number(), List.of()).forEach(this::release);
        }
    }

    private Task task(int number) {
        Task task = tasks.get(number);
        if (task == null) {
            throw new IllegalStateException("no step " + number);
        }
        return task;
    }

    private void enter(Task task) {
        List<Integer> before = task.after().stream().filter(tasks::containsKey).toList();
        before.forEach(number ->
                readers.computeIfAbsent(number, unused -> new ArrayList<>()).add(task.number()));
        waiting.put(task.number(), before.size());
        if (before.isEmpty()) {
            ready.add(task.number());
        }
    }

    private void release(int number) {
        if (waiting.merge(number, -1, Integer::sum) == 0) {
            ready.add(number);
        }
    }
}
