package dev.ingot.core.simulation;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.AssetExecutor;
import dev.ingot.core.engine.RowSample;
import dev.ingot.core.engine.SampleRequest;
import dev.ingot.core.engine.StepContext;
import dev.ingot.core.engine.StepResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

/** Commits to invented tables; fails now and then, before the commit and after it, and obeys a cancellation or is too late. */
final class SimulatedExecutor implements AssetExecutor {
    private final Tables tables;
    private final Random random;
    private double fail;

    SimulatedExecutor(Tables tables, Random random) {
        this.tables = tables;
        this.random = random;
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
        Optional<Materialization> before = tables.committed(context.step());
        if (before.isPresent()) {
            return StepResult.of(before.get());
        }
        if (context.signals().isCancelled() && random.nextInt(3) > 0) {
            throw new CancellationException("told to stop");
        }
        boolean fails = random.nextDouble() < fail;
        if (fails && random.nextInt(4) > 0) {
            tables.failed(context);
            throw new IllegalStateException("an invented failure");
        }
        Materialization done = tables.commit(context, Duration.ofSeconds(random.nextInt(60)));
        if (fails) {
            throw new IllegalStateException("an invented failure after the commit");
        }
        return StepResult.of(done);
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
