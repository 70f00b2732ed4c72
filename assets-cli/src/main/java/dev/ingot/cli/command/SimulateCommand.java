package dev.ingot.cli.command;

import dev.ingot.cli.Console;
import dev.ingot.cli.Facts;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.text.Words;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.simulation.Invariant;
import dev.ingot.core.simulation.Simulation;
import dev.ingot.core.simulation.Simulation.Options;
import dev.ingot.core.simulation.Simulation.Report;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = {
            "Plan and run an invented project in invented time, with the real planner and engine, and check what must hold.",
            "",
            "Steps fail, come late, and wait for places in pools; runs are paused, cancelled, killed and stopped at random "
                    + "moments, then resumed, retried and forced. Nothing is read or written; equal seeds, equal "
                    + "simulations. Exits with 1 if an invariant is found broken."
        },
        footer = {
            "",
            "Examples:",
            "  ingot simulate",
            "  ingot simulate --assets 10000 --partitions 1000000 --fail 0.01 --seed 3"
        })
final class SimulateCommand implements IngotCommand {
    @Option(names = "--assets", paramLabel = "N", description = "How many assets. Default: 100.")
    private int assets = 100;

    @Option(names = "--partitions", paramLabel = "N", description = "How many they have together. Default: 10000.")
    private int partitions = 10_000;

    @Option(names = "--fail", paramLabel = "P", description = "The probability that a step fails. Default: 0.01.")
    private double fail = 0.01;

    @Option(names = "--seed", paramLabel = "N", description = "What chance begins with. Default: 1.")
    private long seed = 1;

    @Inject
    private Console console;

    /** What {@code -o json} prints; all durations but the makespan are computing time. */
    record Document(
            int assets,
            int partitions,
            double fail,
            long seed,
            int runs,
            long steps,
            long slices,
            int plans,
            Duration planning,
            Duration longestPlan,
            Duration running,
            Duration makespan,
            Map<String, Long> invariants,
            Optional<String> violation) {
        static Document of(Report report) {
            Options options = report.options();
            return new Document(
                    options.assets(),
                    options.partitions(),
                    options.fail(),
                    options.seed(),
                    report.runs(),
                    report.steps(),
                    report.slices(),
                    report.plans(),
                    report.planning(),
                    report.longestPlan(),
                    report.running(),
                    report.makespan(),
                    names(report.looked()),
                    report.violation());
        }
    }

    private static Map<String, Long> names(Map<Invariant, Long> looked) {
        Map<String, Long> names = new LinkedHashMap<>();
        looked.forEach((invariant, times) -> names.put(invariant.name().toLowerCase(Locale.ROOT), times));
        return names;
    }

    @Override
    public ExitCode run() {
        Report report = Simulation.run(new Options(assets, partitions, fail, seed));
        if (console.isJson()) {
            console.json(Document.of(report));
        } else {
            print(report);
        }
        return report.exit();
    }

    private void print(Report report) {
        Facts facts = new Facts(console);
        facts.title("simulation of " + Words.count(assets, "asset") + " with " + Words.count(partitions, "partition")
                + ", seed " + seed);
        facts.add(
                "plans",
                Words.number(report.plans()) + " in " + Words.duration(report.planning()) + ", the longest in "
                        + Words.duration(report.longestPlan()));
        facts.add(
                "runs",
                Words.number(report.runs()) + ", which began " + Words.count(report.steps(), "step") + " and wrote "
                        + Words.count(report.slices(), "slice"));
        facts.add(
                "computing",
                Words.duration(report.running()) + ": " + Words.number(Math.round(report.stepsPerSecond())) + " steps, "
                        + Words.number(Math.round(report.slicesPerSecond())) + " slices a second");
        facts.add("invented time", Words.duration(report.makespan()));
        facts.add(
                "invariants", report.violation().map(text -> "BROKEN: " + text).orElse("all hold"));
        report.looked()
                .forEach((invariant, times) -> facts.add("", Words.number(times) + " times: " + invariant.text()));
    }
}
