package dev.ingot.cli.command.assets;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.selection.Selection;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "List the assets, inputs before what reads them.",
        footer = {
            "",
            "Examples:",
            "  ingot assets list",
            "  ingot assets list gold",
            "  ingot assets list '+gold/*' -o json"
        })
final class AssetsListCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "SELECTION", description = "Which assets. Default: all.")
    private String selection = "*";

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Clock clock;

    @Override
    public ExitCode run() {
        var chosen = Selection.parse(selection)
                .resolve(graph, PartitionFacts.at(clock.instant()))
                .keySet();
        List<List<String>> rows = new ArrayList<>();
        for (AssetKey key : graph.keys()) {
            if (chosen.contains(key)) {
                AssetSpec spec = graph.spec(key);
                rows.add(List.of(
                        key.toString(),
                        graph.asset(key).kind(),
                        spec.partitioning().toString(),
                        spec.description()));
            }
        }
        console.table(List.of("asset", "kind", "partitions", "description"), rows);
        return ExitCode.OK;
    }
}
