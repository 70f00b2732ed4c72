package dev.ingot.core.engine.executor;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the run that somebody means among those of which an asset has staged rows. */
public final class StagedSteps {
    private StagedSteps() {}

    /**
     * The steps of that run, in their order.
     *
     * @param asset the asset
     * @param typed {@code last}, the run's id, or the beginning of it
     * @param staged the steps that left rows of the asset uncommitted
     * @throws dev.ingot.core.error.IngotException with code {@code unknown-run} if no such run is meant, or several are
     */
    public static List<StepId> of(AssetKey asset, String typed, Collection<StepId> staged) {
        List<RunId> runs = staged.stream().map(StepId::run).distinct().sorted().toList();
        List<RunId> meant = typed.equals("last")
                ? runs.subList(Math.max(0, runs.size() - 1), runs.size())
                : runs.stream()
                        .filter(run -> run.text().startsWith(typed.toUpperCase(Locale.ROOT)))
                        .toList();
        if (meant.size() != 1 || typed.isEmpty()) {
            throw ExecutorErrors.noSuchStaged(asset, typed, meant.isEmpty() ? runs : meant);
        }
        return staged.stream()
                .filter(step -> step.run().equals(meant.get(0)))
                .sorted()
                .toList();
    }
}
