package dev.ingot.core.engine;

import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.StepRecords;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.StateSources;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of the project: read whole when it begins, then brought up to date with what it does itself and what others
 * have recorded since. Thread-safe.
 */
final class RunState {
    private final StateSources sources;
    private final Ledger ledger;
    private final StepRecords records;
    /** Held by whoever asks for news: what comes later is added later. */
    private final Object asking = new Object();

    private final Set<StepId> own = new HashSet<>();
    private String position = "";
    private @Nullable ProjectState known;

    RunState(StateSources sources) {
        this.sources = sources;
        this.ledger = sources.ledger();
        this.records = ledger.steps(sources.runs().leases());
    }

    /**
     * What a step begins with.
     *
     * @param grant whether it may
     * @param state the project when the lease was granted, if the intent was said on the way
     */
    record Begun(Grant grant, Optional<ProjectState> state) {}

    /** Reads everything. The position comes first: what is recorded between the two is seen twice, and not missed. */
    void read() {
        synchronized (asking) {
            String before = ledger.position();
            ProjectState all = sources.read();
            synchronized (this) {
                position = before;
                known = all;
            }
        }
    }

    /** Asks for the lease of a step, and for whatever else it needs to begin, as far as that is to be had at once. */
    Begun begin(LeaseRequest request) {
        synchronized (asking) {
            StepRecords.Begun begun = records.begin(request, position());
            return new Begun(begun.grant(), begun.news().map(this::add));
        }
    }

    /**
     * The state as it is now; what was recorded here is among it already. Under the same run another process may have recorded
     * something, too: one that stood still while this one took the run up.
     */
    ProjectState now() {
        synchronized (asking) {
            return add(ledger.since(position()));
        }
    }

    /** Whether the step has the right to commit, as it is about to. */
    boolean mayCommit(Lease lease) {
        return records.mayCommit(lease);
    }

    private synchronized String position() {
        return position;
    }

    private synchronized ProjectState add(Ledger.News news) {
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
        know(done);
    }

    /** The same where the step is over, so that its lease is given back, too. */
    void end(Materialization done, Lease lease) {
        records.end(done, lease);
        know(done);
    }

    /** The step is over, and nothing is left to record. */
    void leave(Lease lease) {
        records.leave(lease);
    }

    private synchronized void know(Materialization done) {
        own.add(done.step());
        known = Objects.requireNonNull(known).with(done);
    }
}
