package dev.ingot.cli.command.partitions;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.planning.Planning;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.dynamic.DynamicErrors;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = {
            "Remove partitions from a set that is kept by hand.",
            "",
            "One that still has data is refused. With --force it goes all the same: its data is stale from then on, because it "
                    + "was removed, and the next materialize takes it away."
        },
        footer = {
            "",
            "Examples:",
            "  ingot partitions remove bronze/shop/orders vn",
            "  ingot partitions remove shops vn --force && ingot materialize"
        })
final class PartitionsRemoveCommand implements IngotCommand {
    @Parameters(index = "0", paramLabel = "KEY", description = "An asset that has the set, or the set's name.")
    private String what = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PARTITION", description = "What to remove.")
    private List<String> names = List.of();

    @Option(names = "--force", description = "Also what still has data; and no matter if it is not there.")
    private boolean force;

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Planning planning;

    @Inject
    private DynamicPartitions partitions;

    @Override
    public ExitCode run() {
        HandKeptSet set = HandKeptSet.find(what, graph);
        PartitionSet unwanted =
                PartitionSet.of(names.stream().map(HandKeptSet::key).toList());
        PartitionSet known = partitions.all().getOrDefault(set.name(), PartitionSet.empty());
        if (!force && !known.containsAll(unwanted)) {
            throw HandKeptErrors.notThere(set.name(), unwanted.minus(known), known);
        }
        Map<AssetKey, PartitionSet> data =
                set.data(unwanted, planning.staleness().state().ledger());
        if (!force && !data.isEmpty()) {
            throw DynamicErrors.stillHasData(
                    set.name(),
                    set.withData(unwanted, data),
                    data.keySet().stream().map(AssetKey::toString).toList());
        }
        PartitionSet removed = partitions.remove(set.name(), unwanted);
        new SetReport(console, set, partitions).print("removed", removed, unwanted.minus(removed), "not there");
        if (!data.isEmpty()) {
            console.say("What is kept under them goes with the next: ingot materialize");
        }
        return ExitCode.OK;
    }
}
