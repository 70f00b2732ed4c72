package dev.ingot.cli.command.partitions;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = {
            "Add partitions to a set that is kept by hand.",
            "",
            "Every asset that has the set has them from then on, and they are missing until they are materialized."
        },
        footer = {
            "",
            "Examples:",
            "  ingot partitions add bronze/shop/orders fi vn",
            "  ingot partitions add shops 'Main Street 1'"
        })
final class PartitionsAddCommand implements IngotCommand {
    @Parameters(index = "0", paramLabel = "KEY", description = "An asset that has the set, or the set's name.")
    private String what = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PARTITION", description = "What to add.")
    private List<String> names = List.of();

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private DynamicPartitions partitions;

    @Override
    public ExitCode run() {
        HandKeptSet set = HandKeptSet.find(what, graph);
        PartitionSet wanted =
                PartitionSet.of(names.stream().map(HandKeptSet::key).toList());
        PartitionSet added = partitions.add(set.name(), wanted);
        new SetReport(console, set, partitions).print("added", added, wanted.minus(added), "there before");
        return ExitCode.OK;
    }
}
