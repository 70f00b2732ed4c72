package dev.ingot.cli.planning;

import dev.ingot.cli.IngotVersion;
import dev.ingot.cli.settings.ProjectFolders;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.RetryPlan;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.plan.file.PlanFile;
import dev.ingot.core.plan.file.PlanJson;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans as they are kept: in files for {@code materialize --plan}, and with each run for whoever goes on with it. */
public final class SavedPlans {
    private final AssetGraph graph;
    private final Settings settings;
    private final ProjectFolders folders;
    private final Planning planning;
    private final RunStore runs;

    @Inject
    SavedPlans(AssetGraph graph, Settings settings, ProjectFolders folders, Planning planning, RunStore runs) {
        this.graph = graph;
        this.settings = settings;
        this.folders = folders;
        this.planning = planning;
        this.runs = runs;
    }

    /** The plan as JSON, with what it was made on. */
    public String text(MadePlan made) {
        return PlanJson.print(PlanFile.of(project(), IngotVersion.text(), made.request(), made.plan(), made.planner()));
    }

    /** @throws dev.ingot.core.error.IngotException if the file cannot be written */
    public void write(MadePlan made, Path file) {
        try {
            Files.writeString(file, text(made) + "\n");
        } catch (IOException e) {
            throw PlanStorageErrors.unwritable(file, e);
        }
    }

    /**
     * Reads a plan that is still true.
     *
     * @throws dev.ingot.core.error.IngotException if the file cannot be read, or holds no plan, one for another project, or
     *     one that was made on what is not so any more
     */
    public MadePlan read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw PlanStorageErrors.unreadable(file, e);
        }
        try {
            PlanFile saved = PlanJson.parse(text);
            Planner planner = planning.planner();
            saved.check(project(), planner);
            return new MadePlan(planner, saved.request(), saved.plan());
        } catch (IngotException e) {
            throw PlanStorageErrors.of(file, e);
        }
    }

    /**
     * The plan that a run began with.
     *
     * @throws dev.ingot.core.error.IngotException if it was not kept, or an asset of it does not exist any more
     */
    public Plan of(Run run) {
        return stored(run).plan();
    }

    /** What is left of a run that has ended; see {@link RetryPlan}. */
    public MadePlan leftOf(Run run) {
        PlanFile stored = stored(run);
        Plan left = RetryPlan.of(stored.plan(), runs.steps(run.id()));
        return new MadePlan(planning.planner(), stored.request(), left);
    }

    private PlanFile stored(Run run) {
        PlanFile stored = PlanJson.parse(runs.plan(run.id()).orElseThrow(() -> PlanStorageErrors.noPlan(run)));
        stored.plan().steps().stream()
                .map(PlanStep::asset)
                .filter(asset -> !graph.contains(asset))
                .findFirst()
                .ifPresent(asset -> {
                    throw PlanStorageErrors.assetGone(run, asset);
                });
        return stored;
    }

    private String project() {
        String name = settings.get(ProjectSettings.PROJECT_NAME);
        return name.isEmpty() ? folders.project().getFileName().toString() : name;
    }
}
