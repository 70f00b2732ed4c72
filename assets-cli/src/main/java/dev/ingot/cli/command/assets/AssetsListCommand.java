package dev.ingot.cli.command.assets;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.planning.Selections;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.selection.PartitionFilter;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            "  ingot assets list '+gold/* and not tag:slow' -o json",
            "  ingot assets list 'status:stale, status:missing'"
        })
final class AssetsListCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "SELECTION", description = "Which assets. Default: all.")
    private String selection = "*";

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Selections selections;

    @Override
    public ExitCode run() {
        Map<AssetKey, PartitionFilter> chosen = selections.of(selection);
        boolean narrowed = chosen.values().stream().anyMatch(filter -> !filter.isEverything());
        List<List<String>> rows = new ArrayList<>();
        for (AssetKey key : graph.keys()) {
            if (chosen.containsKey(key)) {
                rows.add(row(key, chosen.get(key), narrowed));
            }
        }
        List<String> columns = new ArrayList<>(List.of("asset", "kind", "partitions", "description"));
        columns.addAll(narrowed ? List.of("chosen") : List.of());
        console.table(columns, rows);
        return ExitCode.OK;
    }

    private List<String> row(AssetKey key, PartitionFilter filter, boolean narrowed) {
        AssetSpec spec = graph.spec(key);
        List<String> row = new ArrayList<>(List.of(
                key.toString(), graph.asset(key).kind(), spec.partitioning().toString(), spec.description()));
        if (narrowed) {
            row.add(filter.isEverything() ? "all" : filter.toString());
        }
        return row;
    }
}
