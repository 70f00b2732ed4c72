package dev.ingot.spark.history;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.history.Restoration;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.spark.commit.EarlierFiles;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.table.DeltaTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Makes slices of one table, and the rejected rows beside them, what they were. */
final class DeltaRollback {
    private final AssetKey asset;
    private final DeltaTables tables;
    private final Restoration restoration;
    private final SparkSession session;
    private final Replaced replaced;

    DeltaRollback(AssetSpec spec, DeltaTables tables, Restoration restoration, SparkSession session) {
        this.asset = spec.key();
        this.tables = tables;
        this.restoration = restoration;
        this.session = session;
        List<String> columns = spec.partitioning().columns();
        this.replaced = restoration.everything()
                ? Replaced.everything(columns)
                : Replaced.slices(columns, restoration.partitions());
    }

    /** Sees whether all files are there. */
    void check() {
        earlier(tables.table(asset), restoration.tableVersion()).check();
        rejectedVersion()
                .ifPresent(version -> earlier(tables.rejected(asset), version).check());
    }

    private EarlierFiles earlier(Location table, long version) {
        return EarlierFiles.of(session, asset, table, version, replaced);
    }

    Materialization run(StepContext context) {
        try (SliceCommit good = SliceCommit.begin(session, tables.table(asset), replaced, context.lease())) {
            Optional<Materialization> done = good.done();
            if (done.isPresent()) {
                return done.get();
            }
            check();
            good.restore(earlier(tables.table(asset), restoration.tableVersion()));
            goOn(context);
            reject(context);
            goOn(context);
            return good.commit(materialization(context, restoration.codeVersion(), restoration.slices()));
        }
    }

    private static void goOn(StepContext context) {
        if (context.signals().isCancelled()) {
            throw new CancellationException();
        }
        context.signals().progress("committing");
        context.signals().checkLease();
    }

    private void reject(StepContext context) {
        CommitLog log = tables.rejectedLog(asset);
        if (log.all().isEmpty()) {
            return;
        }
        try (SliceCommit rejected = SliceCommit.begin(session, tables.rejected(asset), replaced, context.lease())) {
            if (rejected.done().isPresent()) {
                return;
            }
            OptionalLong version = rejectedVersion();
            Map<PartitionKey, Long> rows = Map.of();
            if (version.isPresent()) {
                EarlierFiles files = earlier(tables.rejected(asset), version.getAsLong());
                rejected.restore(files);
                rows = files.rows();
            }
            List<Slice> slices = new ArrayList<>();
            rows.forEach((key, count) -> slices.add(new Slice(key, "", count, 0, Map.of())));
            Materialization counted = materialization(context, restoration.codeVersion(), slices);
            if (rows.isEmpty()) {
                rejected.empty(counted);
            } else {
                rejected.commit(counted);
            }
        }
    }

    /** The newest version of the rejected rows that a step made which had committed the good ones by then. */
    private OptionalLong rejectedVersion() {
        Set<Object> steps = tables.log(asset).all().stream()
                .filter(done -> done.tableVersion() <= restoration.tableVersion())
                .map(Materialization::step)
                .collect(Collectors.toSet());
        return tables.rejectedLog(asset).all().stream()
                .filter(done -> steps.contains(done.step()))
                .mapToLong(Materialization::tableVersion)
                .max();
    }

    private Materialization materialization(StepContext context, String code, List<Slice> slices) {
        PartitionSet removed = restoration.removed();
        return new Materialization(
                context.step(), asset, 0, code, context.inputs().at(), Duration.ZERO, slices, removed);
    }
}
