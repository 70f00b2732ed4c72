package dev.ingot.app.cli;

import dev.ingot.bronze.landing.MovieLensLanding;
import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.execution.Execution;
import dev.ingot.cli.execution.Typed;
import dev.ingot.cli.planning.MadePlan;
import dev.ingot.cli.planning.PlanReport;
import dev.ingot.cli.planning.Planning;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunKind;
import dev.ingot.dataset.sample.SampleSettings;
import dev.ingot.recommender.cli.RecommendationReport;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

/** Runs the whole product, on a generated sample when nothing has landed yet. */
@Command(
        name = "demo",
        description = {
            "Show the whole product: land a sample if nothing has landed, bring everything up to date, recommend.",
            "",
            "Data that you have loaded is used and never replaced. A second demo finds everything fresh."
        },
        footer = {"", "Examples:", "  ingot demo", "  ingot demo --state /tmp/try"})
final class DemoCommand implements IngotCommand {
    private static final int USER = 1;
    private static final int MOVIES = 10;

    @Inject
    private Console console;

    @Inject
    private MovieLensLanding landing;

    @Inject
    private Planning planning;

    @Inject
    private PlanReport planReport;

    @Inject
    private Execution execution;

    @Inject
    private ModelQualityReport quality;

    @Inject
    private RecommendationReport recommendations;

    @Override
    public ExitCode run() {
        land();
        MadePlan plan = planning.plan(planning.request().build());
        planReport.print(plan.plan(), console.err());
        if (!plan.isEmpty()) {
            RunReport report = execution.run(plan, new Typed(RunKind.MATERIALIZE, "demo", true));
            if (report.exit() != ExitCode.OK) {
                return report.exit();
            }
            quality.print();
        }
        console.err().println();
        console.err().flush();
        recommendations.print(USER, MOVIES);
        console.out().flush();
        next();
        return ExitCode.OK;
    }

    private void land() {
        landing.current().ifPresentOrElse(set -> tell("Using what has landed: " + set.origin()), () -> {
            SampleSettings sample = SampleSettings.defaults();
            tell("Nothing has landed yet: generating a sample of " + sample.ratings() + " ratings.");
            landing.sample(sample);
        });
    }

    private void next() {
        tell(
                "",
                "Try next:",
                "  ingot show silver/movielens/ratings --rejected     the rows that broke a rule, and which",
                "  ingot sql \"SELECT title, weighted_rating FROM movie_stats JOIN dim_movie USING (movie_key)"
                        + " ORDER BY rank LIMIT 5\"",
                "  ingot dataset load PATH                            your own MovieLens archive; then: ingot materialize");
    }

    private void tell(String... lines) {
        for (String line : lines) {
            console.err().println(line);
        }
        console.err().flush();
    }
}
