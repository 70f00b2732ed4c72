package dev.ingot.bench.step;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** One command with steps that take their time: the whole process is what is measured. */
public final class ParallelBench {
    private ParallelBench() {}

    /** @param arguments the state folder, the number of steps, the milliseconds of each, and how many run at once */
    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[1]);
        Duration work = Duration.ofMillis(Long.parseLong(arguments[2]));
        long began = System.nanoTime();
        new Idle(Path.of(arguments[0]), steps, work, Idle.Shape.LOOSE)
                .types(Integer.parseInt(arguments[3]), "materialize", "--force");
        System.out.printf(Locale.ROOT, "command %.3f%n", (System.nanoTime() - began) / 1e9);
    }
}
