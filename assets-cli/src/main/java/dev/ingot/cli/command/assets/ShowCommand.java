package dev.ingot.cli.command.assets;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.ArgumentErrors;
import dev.ingot.cli.command.argument.AssetAt;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show rows of an asset, whatever it is kept as.",
        footer = {
            "",
            "Examples:",
            "  ingot show gold/movielens/movie_stats",
            "  ingot show silver/movielens/ratings@1997 -n 5",
            "  ingot show silver/movielens/ratings --rejected",
            "  ingot show recommender/movielens/evaluation --staged last"
        })
public final class ShowCommand implements IngotCommand {
    private static final int MOST = 100_000;

    @Parameters(paramLabel = "KEY[@P]", description = "The asset, and one of its partitions.")
    private String what = "";

    @Option(names = "-n", paramLabel = "ROWS", description = "At most so many rows. Default: 20.")
    private int limit = 20;

    @Option(names = "--rejected", description = "The rejected rows, with their rules, instead of the good ones.")
    private boolean rejected;

    @Option(
            names = "--staged",
            paramLabel = "RUN",
            description = "What a check kept this run from committing, instead of what is committed. RUN is an id, the"
                    + " beginning of one, or last.")
    private @Nullable String staged;

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Clock clock;

    @Inject
    private Supplier<PartitionFacts> facts;

    @Inject
    private Engine engine;

    @Inject
    private Ledger ledger;

    @Override
    public ExitCode run() {
        if (limit < 1 || limit > MOST) {
            throw ArgumentErrors.outOfRange("-n", limit, 1, MOST);
        }
        if (rejected && staged != null) {
            throw ArgumentErrors.notTogether(
                    "--rejected", "--staged", "the rejected rows of a blocked step are not kept");
        }
        AssetAt chosen = AssetAt.parse(what, graph);
        Asset asset = graph.asset(chosen.asset());
        Optional<PartitionKey> partition = chosen.partition();
        partition.ifPresent(key -> check(asset, key));
        SampleRequest request = new SampleRequest(asset, partition, limit, rejected, Optional.ofNullable(staged));
        RowSample sample = engine.executor(asset).sample(request);
        if (sample.rows().isEmpty() && staged == null) {
            partition.ifPresent(key -> checkExists(asset, key));
        }
        console.table(sample.columns(), sample.rows());
        return ExitCode.OK;
    }

    private void check(Asset asset, PartitionKey key) {
        Partitioning partitioning = asset.spec().partitioning();
        if (!partitioning.isPartitioned()) {
            throw ArgumentErrors.notPartitioned(asset.key(), key);
        }
        boolean keptByHand = partitioning.dimensions().stream().anyMatch(Partitioning.Dynamic.class::isInstance);
        try {
            partitioning.check(key, keptByHand ? facts.get() : PartitionFacts.at(clock.instant()));
        } catch (IngotException e) {
            throw ArgumentErrors.noPartition(asset.key(), e);
        }
    }

    /** Tells a partition without rows from one that is not there. Only then the ledger is asked, which may have to start. */
    private void checkExists(Asset asset, PartitionKey partition) {
        boolean partitioned = asset.spec().partitioning().isPartitioned();
        PartitionSet known = ledger.snapshot().partitions(asset.key(), partitioned);
        if (!known.contains(partition)) {
            throw ArgumentErrors.unknownPartition(asset.key(), partition, known);
        }
    }
}
