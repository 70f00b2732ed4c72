package dev.ingot.cli.planning;

import dev.ingot.cli.Console;
import dev.ingot.cli.text.Style;
import dev.ingot.cli.text.Words;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.plan.Plan;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells people a plan: what runs in which order and why, and what that is expected to write and to take. */
public final class PlanReport {
    private static final int LINES = 60;
    private static final int WARNINGS = 10;
    private static final List<String> HEADINGS =
            List.of("  step", "asset", "partitions", "batches", "rows", "size", "time", "why");

    private final Console console;
    private final Settings settings;

    @Inject
    PlanReport(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** Prints what is to run, or that everything is fresh. */
    public void print(Plan plan, PrintWriter to) {
        print(plan, new PlanRequests(), false, to);
    }

    /**
     * Prints what is to run, or that nothing is. A line an asset, of many assets only the first ones. Warnings go to standard
     * error, whatever the rest goes to.
     *
     * @param asked what the plan was made for
     * @param all a line for every single step instead, however many there are
     */
    public void print(Plan plan, PlanRequests asked, boolean all, PrintWriter to) {
        warn(plan.warnings());
        if (plan.isEmpty()) {
            to.println(asked.nothing(plan));
            return;
        }
        to.println(Words.count(plan.steps().size(), "step") + " to run"
                + (plan.fresh() == 0 ? "" : ", " + Words.count(plan.fresh(), "asset") + " fresh") + ":");
        table(all ? StepGroup.each(plan) : StepGroup.byAsset(plan), to, all ? Integer.MAX_VALUE : LINES);
        to.println();
        to.println(Outlook.sentence(plan.steps(), settings.get(ProjectSettings.RUN_PARALLELISM)));
        to.flush();
    }

    private void warn(List<String> warnings) {
        PrintWriter err = console.err();
        warnings.stream().limit(WARNINGS).forEach(warning -> err.println("warning: " + warning));
        if (warnings.size() > WARNINGS) {
            err.println("warning: and " + Words.count(warnings.size() - WARNINGS, "more warning")
                    + " of that kind; see -o json");
        }
    }

    private void table(Collection<StepGroup> groups, PrintWriter to, int most) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        groups.stream().limit(most).forEach(group -> rows.add(row(group)));
        List<String> lines = Words.table(rows);
        to.println(console.style(to, Style.FAINT, lines.get(0)));
        lines.subList(1, lines.size()).forEach(to::println);
        if (groups.size() > most) {
            to.println("  … and " + Words.count(groups.size() - most, "more asset") + "; --all shows every step");
        }
    }

    private static List<String> row(StepGroup group) {
        Outlook outlook = group.outlook();
        return List.of(
                "  " + group.numbers(),
                group.asset().toString(),
                group.partitions(),
                group.batches(),
                outlook.rowsText(),
                outlook.bytesText(),
                outlook.tookText(),
                group.why());
    }
}
