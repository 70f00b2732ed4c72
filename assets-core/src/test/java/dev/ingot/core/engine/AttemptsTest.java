package dev.ingot.core.engine;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.engine.Ports.Limits;
import dev.ingot.core.engine.schedule.Pools;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.staleness.StateSources;
import dev.ingot.core.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final World world =
            new World(spec("gold/t/a").source("t/a"), spec("gold/t/b").source("t/b"));
    private final List<Runnable> due = new ArrayList<>();
    private final List<Lease> abandoned = new ArrayList<>();

    @Test
    void whereEverythingStopsAServerThatDoesNotAnswerIsAskedOnce() {
        Attempts attempts = attempts();
        world.plan().steps().forEach(step -> attempts.start(attempt(step), Optional.empty(), new Cancellation()));

        attempts.stopping();
        due.forEach(Runnable::run);

        assertThat(abandoned).hasSize(1);
        assertThat(attempts.poll()).hasValueSatisfying(AttemptsTest::isCancelled);
        assertThat(attempts.poll()).hasValueSatisfying(AttemptsTest::isCancelled);
        assertThat(attempts.running()).isZero();
    }

    @Test
    void anAttemptEndsFromWhenItsAssetHasDoneItsWorkUntilThatIsRecorded() {
        Attempts attempts = attempts();
        List<Attempt> two = world.plan().steps().stream().map(this::attempt).toList();
        two.forEach(attempt -> attempts.start(attempt, Optional.empty(), new Cancellation()));
        assertThat(attempts.ending()).isEmpty();
        two.get(1).hasWorked();
        assertThat(attempts.ending()).containsExactly(two.get(1).step());
        assertThat(attempts.running()).isEqualTo(2);
    }

    private static void isCancelled(StepOutcome outcome) {
        assertThat(outcome.state().status()).isEqualTo(StepStatus.CANCELLED);
    }

    private Attempts attempts() {
        StateSources state = new StateSources(
                world.ledger,
                world.runs,
                source -> Optional.empty(),
                asset -> "1",
                () -> PartitionFacts.at(world.clock.instant()));
        Ports ports =
                new Ports(List.of(world.executor), state, world.clock, Deaf::new, new Limits(Pools.none(), () -> 0));
        return new Attempts(new Unreachable(), new StepRunner(world.graph(), ports), new RunListener() {}, new Deaf());
    }

    private StepState begun(PlanStep step) {
        return StepState.pending(lease(step).step(), step.asset(), "", "").started(world.clock.instant());
    }

    private Attempt attempt(PlanStep step) {
        return new Attempt(step, begun(step), granted(step), Optional.empty());
    }

    private static Grant.Granted granted(PlanStep step) {
        return new Grant.Granted(lease(step), List.of());
    }

    private static Lease lease(PlanStep step) {
        StepId id = new StepId(new RunId("01JNA000000000000000000001"), step.number());
        return new Lease(id, step.asset(), PartitionSet.whole(), 2L * step.number());
    }

    /** Its steps never end; the test lets time pass. */
    private final class Deaf implements Workers {
        @Override
        public void start(StepState step, Runnable work) {}

        @Override
        public void after(Duration delay, Runnable action) {
            due.add(action);
        }

        @Override
        public boolean await(Duration atMost) {
            return false;
        }

        @Override
        public void wake() {}

        @Override
        public void tell(Runnable word) {
            word.run();
        }

        @Override
        public void settle() {}

        @Override
        public void close() {}
    }

    private final class Unreachable implements LeaseStore {
        @Override
        public Grant acquire(LeaseRequest request) {
            throw unreachable();
        }

        @Override
        public void settled(List<Lease> over) {
            throw unreachable();
        }

        @Override
        public boolean holds(Lease lease) {
            throw unreachable();
        }

        @Override
        public void release(Lease lease) {
            throw unreachable();
        }

        @Override
        public void abandon(Lease lease) {
            abandoned.add(lease);
            throw unreachable();
        }

        private IngotException unreachable() {
            return new IngotException(Diagnostic.of(ErrorCode.UNREACHABLE_DATABASE, "The database is gone"));
        }
    }
}
