package dev.ingot.cli.command.partitions;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.Keys;
import dev.ingot.cli.execution.Planning;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.StaleSlices;
import dev.ingot.core.staleness.Staleness;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "partitions",
        description = "Show how each partition of an asset stands: fresh, stale or missing, and why.",
        footer = {"", "Examples:", "  ingot partitions silver/movielens/ratings"})
public final class PartitionsCommand implements IngotCommand {
    @Parameters(paramLabel = "KEY", description = "The asset.")
    private String key = "";

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Planning planning;

    @Override
    public ExitCode run() {
        AssetKey asset = Keys.of(key, graph);
        LedgerSnapshot ledger = planning.snapshot();
        Staleness staleness = planning.staleness(ledger);
        StaleSlices stale = staleness.stale(asset);
        PartitionSet known = staleness.partitions(asset).union(stale.partitions());
        boolean partitioned = graph.spec(asset).partitioning().isPartitioned();
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        for (PartitionKey partition : known) {
            if (partition.isWhole() != partitioned) {
                rows.add(row(partition, ledger.entry(asset, partition), stale.reasons(partition)));
            }
        }
        console.table(List.of("partition", "status", "rows", "rejected", "materialized_at", "why"), rows);
        if (rows.isEmpty()) {
            console.say("Only its source tells which partitions it has, and that was not read yet.");
        }
        return ExitCode.OK;
    }

    private static List<? extends @Nullable Object> row(
            PartitionKey partition, Optional<LedgerEntry> entry, SortedSet<Reason> reasons) {
        String status = entry.isEmpty() ? "missing" : reasons.isEmpty() ? "fresh" : "stale";
        String why = reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
        return Arrays.asList(
                partition.isWhole() ? "(whole)" : partition.toString(),
                status,
                entry.map(known -> known.slice().rows()).orElse(null),
                entry.map(known -> known.slice().rejected()).orElse(null),
                entry.map(known -> known.commit().at().toString()).orElse(null),
                why);
    }
}
