package dev.ingot.app.crash;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Many kills, up to four in a row on one state folder, each row followed by a recovery; and what came of them. */
final class Rounds {
    private static final int IN_A_ROW = 4;

    private final Random random;
    private final PrintStream lines;
    private final List<Duration> recoveries = new ArrayList<>();
    private int left;
    private int kills;
    private int orphans;
    private int broken;

    /** @param lines told of each round when it is over */
    Rounds(Random random, int kills, PrintStream lines) {
        this.random = random;
        this.lines = lines;
        this.left = kills;
    }

    boolean goOn() {
        return left > 0;
    }

    /** One row; answers what was found to be wrong. What it left is kept then. */
    List<String> play(int round, Chaos chaos) throws Exception {
        List<String> done = new ArrayList<>();
        Path state = chaos.copy("round-" + round);
        try {
            for (int more = 1 + random.nextInt(IN_A_ROW); more > 0 && left > 0; more--) {
                Kill kill = Kill.random(random, chaos.census());
                done.add(kill.text());
                if (!chaos.strikes(state, kill)) {
                    done.add("came through");
                    break;
                }
                kills++;
                left--;
            }
            Chaos.Recovery recovery = chaos.recovers(state);
            recoveries.add(recovery.took());
            orphans += recovery.orphans();
            lines.printf(Locale.ROOT, "round %d %s: %.1f s%n", round, done, seconds(recovery.took()));
            chaos.forget(state);
            return List.of();
        } catch (AssertionError wrong) {
            broken++;
            String what = "round " + round + " " + done + ": " + wrong.getMessage();
            lines.println(what);
            return List.of(what);
        }
    }

    String summary() {
        List<Duration> sorted = recoveries.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "kills %d rounds %d broken %d orphans %d recovery_median_s %.1f recovery_max_s %.1f",
                kills,
                recoveries.size() + broken,
                broken,
                orphans,
                sorted.isEmpty() ? 0 : seconds(sorted.get(sorted.size() / 2)),
                sorted.isEmpty() ? 0 : seconds(sorted.get(sorted.size() - 1)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
