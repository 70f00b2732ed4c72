package dev.ingot.cli.command.plan;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.ArgumentErrors;
import dev.ingot.cli.command.argument.AssetAt;
import dev.ingot.cli.planning.Planning;
import dev.ingot.cli.text.Times;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Cause;
import dev.ingot.core.staleness.Causes;
import dev.ingot.core.staleness.Staleness;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        description = {
            "Say why an asset, or one partition of it, is stale: the chain of causes, to where it begins.",
            "",
            "A branch that says nothing more was merely made anew since, or is explained elsewhere in the tree."
        },
        footer = {
            "",
            "Examples:",
            "  ingot why gold/movielens/movie_stats",
            "  ingot why warehouse/movielens/fact_rating@1997"
        })
public final class WhyCommand implements IngotCommand {
    @Parameters(paramLabel = "KEY[@P]", description = "The asset, and one of its partitions.")
    private String what = "";

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Planning planning;

    @Override
    public ExitCode run() {
        AssetAt chosen = AssetAt.parse(what, graph);
        Staleness staleness = planning.staleness();
        chosen.partition().ifPresent(key -> checkExists(chosen.asset(), key, staleness));
        List<Cause> causes = Causes.of(staleness, chosen.asset(), chosen.partition());
        if (console.isJson()) {
            console.json(CauseDocument.of(chosen, causes));
        } else if (causes.isEmpty()) {
            console.out().println(chosen + " is fresh" + since(chosen, staleness) + ".");
        } else {
            console.out().println(chosen + " is stale:");
            new CauseTree(chosen.partition().isPresent()).lines(causes).forEach(console.out()::println);
        }
        return ExitCode.OK;
    }

    private void checkExists(AssetKey asset, PartitionKey key, Staleness staleness) {
        if (!graph.spec(asset).partitioning().isPartitioned()) {
            throw ArgumentErrors.notPartitioned(asset, key);
        }
        PartitionSet known = staleness
                .partitions(asset)
                .union(staleness.stale(asset).partitions())
                .minus(PartitionSet.whole());
        if (!known.contains(key)) {
            throw ArgumentErrors.unknownPartition(asset, key, known);
        }
    }

    /** When it was made, the newest of its slices. */
    private static String since(AssetAt chosen, Staleness staleness) {
        Stream<LedgerEntry> slices = chosen.partition()
                .map(key -> staleness.state().ledger().entry(chosen.asset(), key).stream())
                .orElseGet(() -> staleness.state().ledger().entries(chosen.asset()).values().stream());
        return slices.map(LedgerEntry::commit)
                .max(Comparator.comparing(Commit::at))
                .map(commit -> ": made at " + Times.seconds(commit.at()) + " by run "
                        + commit.step().run() + ", and nothing has changed since")
                .orElse(", for it has no partition yet");
    }
}
