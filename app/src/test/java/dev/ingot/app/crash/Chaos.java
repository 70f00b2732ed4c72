package dev.ingot.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.ChildProcess;
import dev.ingot.app.Landed;
import dev.ingot.app.Product;
import dev.ingot.app.crash.DatabaseTrap.Aftermath;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One command that is killed and typed again until it comes through, on copies of a state folder in which files have landed; and
 * what comes of it when nobody disturbs it.
 */
final class Chaos {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final RowSum NOTHING = new RowSum(0, 0);

    private final Path folder;
    private final Path landed;
    private final String selection;
    private final Remains before;
    private final Remains after;
    private final Kill.Census census;

    /** Runs the command once in peace. */
    private Chaos(Path folder, Path landed, String selection) throws Exception {
        this.folder = folder;
        this.landed = landed;
        this.selection = selection;
        this.before = Remains.of(landed);
        Path peace = copy("peace");
        Map<Place, Long> places = new EnumMap<>(Place.class);
        long began = System.nanoTime();
        try (DatabaseTrap counter = DatabaseTrap.set(peace, Place.CLAIM, -1, Aftermath.LOST);
                ChildProcess child = start(peace)) {
            child.ends().exits(0);
            for (Place place : Place.values()) {
                places.put(place, counter.passed(place));
            }
        }
        census = new Kill.Census(
                places, Duration.ofNanos(System.nanoTime() - began).toMillis());
        after = Remains.of(peace);
        inspect(after);
        assertThat(after.orphans()).isEmpty();
    }

    /** In a project in which a sample has landed, and nothing else has happened. */
    static Chaos first(Path folder, SampleSettings sample, String selection) throws Exception {
        Product product = new Product(folder.resolve("landed"));
        product.lands(sample);
        return new Chaos(folder, product.state(), selection);
    }

    /** In the same project, after the command has come through and another sample has taken the first one's place. */
    Chaos again(SampleSettings sample) throws Exception {
        Path next = Files.createDirectories(folder.resolve("again"));
        Product product = new Product(copy("again/landed").getParent());
        try (ChildProcess child = start(product.state())) {
            child.ends().exits(0);
        }
        product.lands(sample);
        return new Chaos(next, product.state(), selection);
    }

    Kill.Census census() {
        return census;
    }

    /** A state folder of its own, as it was before the command. */
    Path copy(String name) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(name)).resolve("the state");
        Landed.copy(landed, copy);
        return copy;
    }

    /** Makes room: a state folder has a database server in it. */
    void forget(Path state) throws Exception {
        new ProcessBuilder("rm", "-rf", state.toString()).start().waitFor();
    }

    private ChildProcess start(Path state) throws IOException {
        return ChildProcess.starts(state, "materialize", selection);
    }

    /** Starts the command and kills it at that moment; false if it came through before. */
    boolean strikes(Path state, Kill kill) throws Exception {
        boolean sprung;
        try (Trap trap = kill.trap().set(state);
                ChildProcess child = start(state)) {
            sprung = trap.springs(child);
            if (sprung) {
                trap.strike(child);
            }
            // Only what came through says so.
            child.ends().exits(sprung ? trap.status() : 0);
        }
        nothingIsHalfThere(Remains.of(state));
        return sprung;
    }

    private void nothingIsHalfThere(Remains remains) {
        assertThat(remains.problems()).isEmpty();
        Set<String> slices = new TreeSet<>(remains.contents().keySet());
        slices.addAll(before.contents().keySet());
        for (String slice : slices) {
            assertThat(remains.contents().getOrDefault(slice, NOTHING))
                    .as("%s is what it was, or what it becomes", slice)
                    .isIn(
                            before.contents().getOrDefault(slice, NOTHING),
                            after.contents().getOrDefault(slice, NOTHING));
        }
    }

    /**
     * What came of a state folder in the end.
     *
     * @param took from typing the command for the last time to its end
     * @param orphans how many files of no commit the killed ones had left, before {@code maintain} removed them
     */
    record Recovery(Duration took, int orphans) {}

    /** Types the command once more, which must come through, and looks at all that is there then. */
    Recovery recovers(Path state) throws Exception {
        FileTime lastKill = FileTime.fromMillis(System.currentTimeMillis());
        long began = System.nanoTime();
        try (ChildProcess child = start(state)) {
            child.ends().exits(0);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Remains remains = Remains.of(state);
        inspect(remains);
        assertThat(remains.contents()).isEqualTo(after.contents());
        assertThat(remains.provenance()).isEqualTo(after.provenance());
        assertThat(remains.ledger()).isEqualTo(after.ledger());
        assertThat(remains.commits()).as("each is written once").isEqualTo(after.commits());
        for (Path orphan : remains.orphans()) {
            assertThat(Files.getLastModifiedTime(orphan))
                    .as("%s is of a process that was killed", orphan)
                    .isLessThan(lastKill);
        }
        statusIsTrue(state);
        maintainRemoves(remains.orphans(), state);
        return new Recovery(took, remains.orphans().size());
    }

    private void statusIsTrue(Path state) {
        Product product = new Product(state.getParent());
        assertThat(product.asks("runs", "list").findValuesAsText("status")).doesNotContain("running");
        assertThat(product.asks("plan", selection).get("steps")).isEmpty();
        assertThat(ChildProcess.servers(state)).isEmpty();
    }

    /** Once they are older than what it keeps. */
    private void maintainRemoves(List<Path> orphans, Path state) throws Exception {
        for (Path orphan : orphans) {
            Files.setLastModifiedTime(orphan, LONG_AGO);
        }
        new Product(state.getParent()).types("maintain").exits(0);
        assertThat(orphans).as("files of no commit, after maintain").allMatch(Files::notExists);
        assertThat(Remains.of(state).contents()).isEqualTo(after.contents());
    }

    private static void inspect(Remains remains) {
        assertThat(remains.problems()).isEmpty();
        assertThat(remains.leftovers()).isEmpty();
        assertThat(remains.ledger()).as("ledger and commits agree").containsAllEntriesOf(remains.provenance());
    }
}
