package dev.ingot.cli.command.plan;

import dev.ingot.cli.command.argument.AssetAt;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.staleness.Cause;
import java.util.List;
import java.util.Optional;

/** What {@code why} tells as JSON. */
record CauseDocument(String asset, Optional<String> partition, boolean stale, List<Node> causes) {
    /**
     * One cause.
     *
     * @param asset what is stale
     * @param partitions which slices of it, for people
     * @param kind the rule
     * @param detail which source or input
     * @param because why that input is stale itself
     */
    record Node(String asset, String partitions, String kind, String detail, List<Node> because) {
        static Node of(Cause cause) {
            return new Node(
                    cause.asset().toString(),
                    cause.partitions().toString(),
                    cause.reason().kind().text(),
                    cause.reason().detail(),
                    cause.because().stream().map(Node::of).toList());
        }
    }

    static CauseDocument of(AssetAt chosen, List<Cause> causes) {
        return new CauseDocument(
                chosen.asset().toString(),
                chosen.partition().map(PartitionKey::toString),
                !causes.isEmpty(),
                causes.stream().map(Node::of).toList());
    }
}
