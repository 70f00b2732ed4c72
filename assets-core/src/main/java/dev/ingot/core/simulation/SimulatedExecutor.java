package dev.ingot.core.simulation;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.ledger.Materialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Commits to invented tables; fails now and then, before the commit and after it, and obeys a cancellation or is too late. */
final class SimulatedExecutor implements AssetExecutor {
    private final Tables tables;
    private final Random random;
    private final SimulatedProcess process;
    private final Violations violations;
    /** Steps that would only fail again. */
    private final Set<StepId> hopeless = new HashSet<>();

    private double fail;

    SimulatedExecutor(Tables tables, Random random, SimulatedProcess process, Violations violations) {
        this.tables = tables;
        this.random = random;
        this.process = process;
        this.violations = violations;
    }

    /** Whoever takes a run up again does not know what steps failed of that could not say so any more. */
    void takenUp() {
        hopeless.clear();
    }

    /** From now on such a share of the attempts fails. */
    void fail(double share) {
        fail = share;
    }

    @Override
    public boolean executes(Asset asset) {
        return asset instanceof SimulatedAsset;
    }

    @Override
    public StepResult execute(StepContext context) {
        violations.unless(
                Invariant.HOPELESS,
                process.isAwakened() || !hopeless.contains(context.step()),
                () -> "step " + context.step().number() + " is tried again after an error that stays");
        Optional<Materialization> before = tables.committed(context.step());
        if (before.isPresent()) {
            return StepResult.of(before.get());
        }
        if (context.signals().isCancelled() && random.nextInt(3) > 0) {
            throw new CancellationException("told to stop");
        }
        boolean fails = random.nextDouble() < fail;
        if (fails && random.nextInt(4) > 0) {
            throw failure(context);
        }
        if (!process.isAwakened() || random.nextBoolean()) {
            // Otherwise it had looked before it stood still, and the fence must do.
            context.signals().checkLease();
        }
        Materialization done = tables.commit(context, Duration.ofSeconds(random.nextInt(60)));
        if (fails) {
            throw new IllegalStateException("an invented failure after the commit");
        }
        return StepResult.of(done);
    }

    /** Half of them are worth another attempt; so is what is late, however it ends. */
    private RuntimeException failure(StepContext context) {
        if (random.nextBoolean()) {
            return new UncheckedIOException(new IOException("something invented was away"));
        }
        if (!process.isAwakened() && !context.signals().isCancelled()) {
            hopeless.add(context.step());
        }
        return random.nextBoolean()
                ? new UncheckedIOException(new CharacterCodingException())
                : new IllegalStateException("an invented failure");
    }

    @Override
    public void fence(Asset asset, Grant.Granted granted) {
        tables.fence(granted);
    }

    @Override
    public Optional<Materialization> committed(Asset asset, StepId step) {
        return tables.committed(step);
    }

    @Override
    public RowSample sample(SampleRequest request) {
        return new RowSample(List.of(), List.of());
    }
}
