package dev.ingot.cli.command.partitions;

import dev.ingot.cli.Console;
import dev.ingot.cli.command.argument.Keys;
import dev.ingot.cli.planning.Planning;
import dev.ingot.cli.text.Words;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.staleness.Causes;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.StaleSlices;
import dev.ingot.core.staleness.Staleness;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints how the partitions of an asset stand. */
final class PartitionListing {
    private static final int LINES = 200;

    private final Console console;
    private final AssetGraph graph;
    private final Planning planning;

    @Inject
    PartitionListing(Console console, AssetGraph graph, Planning planning) {
        this.console = console;
        this.graph = graph;
        this.planning = planning;
    }

    /** @param all every partition, however many there are; for machines that is always so */
    void print(String key, boolean all) {
        AssetKey asset = Keys.of(key, graph);
        Staleness staleness = planning.staleness();
        LedgerSnapshot ledger = staleness.state().ledger();
        StaleSlices stale = stale(staleness, asset);
        Partitioning partitioning = graph.spec(asset).partitioning();
        PartitionSet known = staleness.partitions(asset).union(stale.partitions());
        if (partitioning.isPartitioned()) {
            known = known.minus(PartitionSet.whole());
        }
        long most = all || console.isJson() ? known.size() : LINES;
        console.table(
                List.of("partition", "status", "rows", "rejected", "bytes", "materialized_at", "why"),
                known.stream()
                        .limit(most)
                        .map(slice -> row(slice, ledger.entry(asset, slice), stale.reasons(slice)))
                        .toList());
        if (known.isEmpty()) {
            console.say(none(asset, partitioning));
        } else if (known.size() > most) {
            console.say("… and " + Words.count(known.size() - most, "more partition") + "; partitions list " + asset
                    + " --all shows every one");
        }
    }

    /** As a plan would have it: also what will be stale once what it is made from has run. */
    private static StaleSlices stale(Staleness staleness, AssetKey asset) {
        Map<Reason, PartitionSet> reasons = new HashMap<>();
        Causes.of(staleness, asset, Optional.empty())
                .forEach(cause -> reasons.merge(cause.reason(), cause.partitions(), PartitionSet::union));
        return new StaleSlices(reasons);
    }

    private static String none(AssetKey asset, Partitioning partitioning) {
        return partitioning.isDiscovered()
                ? "Only its source tells which partitions it has, and that was not read yet."
                : "It has no partition yet. Where they are added by hand: ingot partitions add " + asset + " NAME";
    }

    private static List<? extends @Nullable Object> row(
            PartitionKey partition, Optional<LedgerEntry> entry, SortedSet<Reason> reasons) {
        String why = reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
        return Arrays.asList(
                partition.isWhole() ? "(whole)" : partition.toString(),
                status(entry, reasons),
                entry.map(known -> known.slice().rows()).orElse(null),
                entry.map(known -> known.slice().rejected()).orElse(null),
                entry.map(known -> known.slice().bytes())
                        .filter(bytes -> bytes > 0)
                        .orElse(null),
                entry.map(known -> known.commit().at().toString()).orElse(null),
                why);
    }

    private static String status(Optional<LedgerEntry> entry, SortedSet<Reason> reasons) {
        if (reasons.contains(Reason.of(ReasonKind.FAILED))) {
            return "failed";
        }
        return entry.isEmpty() ? "missing" : reasons.isEmpty() ? "fresh" : "stale";
    }
}
