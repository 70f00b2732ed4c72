package dev.ingot.core.lease;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The reference implementation: everything in memory, where no live run fails to renew its leases. */
public final class MemoryLeaseStore implements LeaseStore {
    private final Clock clock;
    private final Map<Long, LeaseRequest> leases = new TreeMap<>();
    private final Set<Long> abandoned = new HashSet<>();
    private final Map<RunId, String> live = new HashMap<>();
    private long last;

    /** @param clock the least that a token is */
    public MemoryLeaseStore(Clock clock) {
        this.clock = clock;
    }

    /**
     * A session of a run has begun.
     *
     * @param holder whose run it is, in words for people
     */
    public synchronized void began(RunId run, String holder) {
        live.put(run, holder);
    }

    /** The session of a run has ended: what it held binds nobody any more, also when another session takes the run up. */
    public synchronized void ended(RunId run) {
        live.remove(run);
        leases.forEach((token, lease) -> {
            if (lease.step().run().equals(run)) {
                abandoned.add(token);
            }
        });
    }

    @Override
    public synchronized Grant acquire(LeaseRequest request) {
        List<Long> over = new ArrayList<>();
        for (Map.Entry<Long, LeaseRequest> one : leases.entrySet()) {
            LeaseRequest other = one.getValue();
            if (!other.asset().equals(request.asset()) || !Lease.overlap(other.slices(), request.slices())) {
                continue;
            }
            String holder = live.get(other.step().run());
            if (holder != null && binds(one.getKey()) && !other.step().equals(request.step())) {
                return new Grant.Held(holder, other.asset(), other.slices());
            }
            over.add(one.getKey());
        }
        Optional<String> full = request.pools().entrySet().stream()
                .filter(pool -> taken(pool.getKey(), request.step()) >= pool.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        return full.<Grant>map(Grant.PoolFull::new).orElseGet(() -> grant(request, over));
    }

    private Grant grant(LeaseRequest request, List<Long> over) {
        List<Lease> former = new ArrayList<>();
        leases.forEach((token, lease) -> {
            if (over.contains(token)) {
                former.add(new Lease(lease.step(), lease.asset(), lease.slices(), token));
            }
        });
        abandoned.addAll(over);
        last = Math.max(last + 2, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        leases.put(last, request);
        return new Grant.Granted(new Lease(request.step(), request.asset(), request.slices(), last), former);
    }

    private long taken(String pool, StepId asking) {
        return leases.entrySet().stream()
                .filter(one -> one.getValue().pools().containsKey(pool))
                .filter(one -> binds(one.getKey()) && !one.getValue().step().equals(asking))
                .count();
    }

    private boolean binds(Long token) {
        LeaseRequest lease = leases.get(token);
        return lease != null
                && !abandoned.contains(token)
                && live.containsKey(lease.step().run());
    }

    private void remove(Long token) {
        leases.remove(token);
        abandoned.remove(token);
    }

    @Override
    public synchronized void settled(List<Lease> over) {
        over.stream().map(Lease::token).filter(token -> !binds(token)).forEach(this::remove);
    }

    @Override
    public synchronized boolean holds(Lease lease) {
        return binds(lease.token());
    }

    @Override
    public synchronized void release(Lease lease) {
        remove(lease.token());
    }

    @Override
    public synchronized void abandon(Lease lease) {
        if (leases.containsKey(lease.token())) {
            abandoned.add(lease.token());
        }
    }
}
