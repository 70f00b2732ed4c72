package dev.ingot.core.engine;

import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.StateSources;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of the project: read whole when it begins, then brought up to date with what it does itself and what others
 * have recorded since. Thread-safe.
 */
final class RunState {
    private final StateSources sources;
    private final Ledger ledger;
    private final Set<StepId> own = new HashSet<>();
    private String position = "";
    private @Nullable ProjectState known;

    RunState(StateSources sources) {
        this.sources = sources;
        this.ledger = sources.ledger();
    }

    /** Reads everything. The position comes first: what is recorded between the two is seen twice, and not missed. */
    synchronized void read() {
        position = ledger.position();
        known = sources.read();
    }

    /**
     * The state as it is now; what was recorded here is among it already. Under the same run another process may have recorded
     * something, too: one that stood still while this one took the run up.
     */
    synchronized ProjectState now() {
        Ledger.News news = ledger.since(position);
        position = news.position();
        ProjectState now = Objects.requireNonNull(known);
        for (Materialization done : news.done()) {
            now = own.contains(done.step()) ? now : now.with(done);
        }
        known = now;
        return now;
    }

    /** Records what a step of this run has committed. */
    void record(Materialization done) {
        ledger.record(done);
        synchronized (this) {
            own.add(done.step());
            known = Objects.requireNonNull(known).with(done);
        }
    }
}
