package dev.ingot.spark.commit;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.Location;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;

/**
 * One commit of a Delta table: the only place that makes one.
 *
 * <p>In this order: {@link #begin} pins the state of the table, {@link #done} tells whether the step has committed before,
 * {@link #align} fits rows to the table, {@link #write} writes them where nobody sees them, {@link #commit} makes them visible
 * and removes what they replace, in one step, or fails and changes nothing. {@link #written} reads what would become visible,
 * and {@link #stage} leaves it for people to look at. Closing one that was neither committed nor staged deletes what it wrote.
 * For use by one thread.
 *
 * <p>Delta's transactions are an internal interface: {@code SliceCommitTest} is the contract that we need of it. What the
 * commit depends on is read through the transaction, so that Delta itself finds conflicts; so are the tokens of the slices, which
 * keep former holders of a lease from committing.
 */
public final class SliceCommit implements AutoCloseable {
    /** A fence has to come between commits of others; so many in a row are no chance. */
    private static final int ATTEMPTS = 20;

    private final StepId step;
    private final Fence fence;
    private final Location table;
    private final Replaced replaced;
    private final OwnCommits own;
    private final Optional<Materialization> done;
    private final SparkContext context;
    private final DeltaLog log;
    private final StepTransaction writer;
    private OptimisticTransaction transaction;
    private final WrittenFiles written;
    private long committed = -1;
    private Optional<EarlierFiles> earlier = Optional.empty();
    private boolean isWriting;
    private boolean finished;

    private SliceCommit(SparkSession session, Location table, Replaced replaced, Lease lease) {
        this.step = lease.step();
        this.fence = new Fence(lease);
        this.table = table;
        this.replaced = replaced;
        this.written = new WrittenFiles(replaced.columns());
        this.own = new OwnCommits(CommitLog.of(table), step, replaced);
        this.context = session.sparkContext();
        this.log = log(session, table);
        this.writer = new StepTransaction(log, step);
        this.transaction = writer;
        this.done = transaction.readVersion() < 0
                ? Optional.empty()
                : own.standing(transaction.readVersion(), () -> fence.isMarked(transaction));
    }

    private static DeltaLog log(SparkSession session, Location table) {
        return DeltaLog.forTable(session, new org.apache.hadoop.fs.Path(table.uri()));
    }

    /**
     * Keeps those whose place a lease takes from committing: they conflict with what is committed here, which changes no row. Where
     * there is no table yet one without columns is made: whoever was about to make it conflicts with that.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code lease-lost} if somebody has taken the slices since
     */
    public static void fence(SparkSession session, Location table, Grant.Granted granted) {
        fence(log(session, table), table, granted);
    }

    /** The same where there is a table, and nothing where there is none. */
    public static void fenceIfThere(SparkSession session, Location table, Grant.Granted granted) {
        DeltaLog log = log(session, table);
        if (log.tableExists()) {
            fence(log, table, granted);
        }
    }

    private static void fence(DeltaLog log, Location table, Grant.Granted granted) {
        Fence fence = new Fence(granted.lease());
        for (int attempt = 1; ; attempt++) {
            OptimisticTransaction transaction = log.startTransaction(Scala.none(), Scala.none());
            List<Action> actions = fence.against(granted.over(), transaction);
            if (actions.isEmpty()) {
                return;
            }
            if (transaction.readVersion() < 0) {
                new TableSchema(transaction, List.of()).create(new StructType());
            }
            try {
                transaction.commit(Scala.seq(actions), DeltaOperations.ManualUpdate$.MODULE$);
                return;
            } catch (ConcurrentModificationException e) {
                if (attempt == ATTEMPTS) {
                    throw CommitErrors.conflict(table, e);
                }
            }
        }
    }

    /**
     * Begins on the newest state of the table, which need not exist.
     *
     * @param lease the right to write to its slices, those that are replaced among them
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot or a newer Delta wrote it; with
     *     code {@code lease-lost} if somebody has written to the slices under a later lease
     */
    public static SliceCommit begin(SparkSession session, Location table, Replaced replaced, Lease lease) {
        try {
            SliceCommit commit = new SliceCommit(session, table, replaced, lease);
            commit.log.protocolWrite(commit.transaction.protocol());
            commit.fence.read(commit.transaction);
            return commit;
        } catch (RuntimeException e) {
            throw CommitErrors.ofTable(table, e);
        }
    }

    /** What the step committed in an earlier attempt, if it did, and nobody has replaced it since. */
    public Optional<Materialization> done() {
        return done;
    }

    /** Whether somebody has written to it: a fence alone makes no table for readers. */
    private boolean hasColumns() {
        return transaction.readVersion() >= 0
                && !transaction.snapshot().schema().isEmpty();
    }

    /**
     * Fits rows to the table, and the table to the rows where everything in it is replaced.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code step-failed} if the columns differ and slices stay that
     *     have the old ones
     */
    public Dataset<Row> align(Dataset<Row> rows) {
        TableSchema schema = new TableSchema(transaction, replaced.columns());
        if (transaction.readVersion() < 0) {
            schema.create(rows.schema());
            return rows;
        }
        if (schema.fits(rows.schema())) {
            return schema.ordered(rows);
        }
        if (!replacesAll()) {
            throw CommitErrors.schemaChanged(transaction.metadata().schema(), rows.schema());
        }
        schema.replace(rows.schema());
        return rows;
    }

    /** Whether no row of the table stays. */
    private boolean replacesAll() {
        return replaced.everything()
                || Scala.list(transaction.filterFiles()).stream()
                        .allMatch(file -> WrittenFiles.slice(replaced.columns(), file)
                                .map(replaced.slices()::contains)
                                .orElse(false));
    }

    /** Writes aligned rows of the slices; nobody sees them yet. Returns the rows written, by slice. */
    public Map<PartitionKey, Long> write(Dataset<Row> rows) {
        isWriting = true;
        Scala.list(transaction.writeFiles(rows)).forEach(written::add);
        isWriting = false;
        return written.rows();
    }

    /**
     * Takes the files of an earlier version in place of those that the slices have now. Nothing is written.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code history-gone} if they are not there any more; with code
     *     {@code step-failed} if they have other columns than slices that stay
     */
    public void restore(EarlierFiles files) {
        files.check();
        TableSchema schema = new TableSchema(transaction, replaced.columns());
        if (!schema.fits(files.schema())) {
            if (!replacesAll()) {
                throw CommitErrors.schemaChanged(transaction.metadata().schema(), files.schema());
            }
            schema.replace(files.schema());
        }
        earlier = Optional.of(files);
    }

    /** The size of the files that were written, by slice, as {@link #write} has their rows. */
    public Map<PartitionKey, Long> bytesWritten() {
        return written.bytes();
    }

    /** The rows that were written, and no others, as the table would show them. */
    public Dataset<Row> written() {
        return StagedRows.of(log, transaction.metadata(), written.all());
    }

    /**
     * Leaves what was written where it is, for people to look at, instead of committing it. Nothing of the table changes.
     *
     * @param asset the asset whose table this is
     * @param at the time that the materialization would have borne
     * @param checks why: those that did not pass
     */
    public void stage(AssetKey asset, Instant at, List<CheckResult> checks) throws IOException {
        List<StagedFile> files =
                written.all().stream().map(WrittenFiles::staged).toList();
        new StagedManifests(table)
                .write(new StagedManifest(
                        step,
                        asset,
                        at,
                        checks,
                        replaced.columns(),
                        transaction.metadata().schemaString(),
                        files));
        finished = true;
    }

    /** Commits the removal of the slices' rows, if there are any; without any, the table is left as it is. */
    public void empty(Materialization materialization) {
        if (!filesReplaced().isEmpty()) {
            commit(materialization);
        }
    }

    /**
     * Makes what was written visible in place of what it replaces.
     *
     * @return the materialization as read back from the commit
     * @throws dev.ingot.core.error.IngotException with code {@code commit-conflict} if somebody else changed these slices; with
     *     code {@code lease-lost} if that was under a later lease
     */
    public Materialization commit(Materialization materialization) {
        boolean creates = !hasColumns() && !replaced.everything();
        try {
            tryCommit(materialization);
        } catch (Exception e) {
            if (!isCommitted()) {
                if (!(e instanceof ConcurrentModificationException)) {
                    throw e;
                }
                OptimisticTransaction newer = log.startTransaction(Scala.none(), Scala.none());
                fence.read(newer);
                if (!creates || !sameColumns(newer)) {
                    throw CommitErrors.conflict(table, e);
                }
                commitBeside(newer, materialization);
            }
        }
        return own.at(committed)
                .or(() -> own.since(transaction.readVersion()))
                .orElseThrow(() -> new IllegalStateException("the commit of " + step + " is not in " + table));
    }

    /**
     * The log decides, not the exception, which Delta may throw without declaring it: what fails after the commit does not undo
     * it. Unless the log says no, what was written is the table's, and not ours to delete.
     */
    private boolean isCommitted() {
        finished = own.since(transaction.readVersion()).isPresent();
        return finished;
    }

    private void tryCommit(Materialization materialization) {
        finished = true;
        committed = transaction.commit(
                Scala.seq(actions()), operation(MaterializationJson.print(materialization.under(fence.token()))));
    }

    /** Whoever holds other slices has made the table first: what was written for a new one fits into it. */
    private void commitBeside(OptimisticTransaction newer, Materialization materialization) {
        transaction = newer;
        try {
            tryCommit(materialization);
        } catch (Exception e) {
            if (!isCommitted()) {
                if (e instanceof ConcurrentModificationException) {
                    throw CommitErrors.conflict(table, e);
                }
                throw e;
            }
        }
    }

    private boolean sameColumns(OptimisticTransaction newer) {
        return new TableSchema(newer, replaced.columns())
                .fits(transaction.metadata().schema());
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        if (earlier.isPresent()) {
            actions.addAll(earlier.get().inPlaceOf(filesReplaced()));
        } else {
            actions.addAll(written.all());
            filesReplaced().forEach(file -> actions.add(file.remove()));
        }
        actions.addAll(fence.actions());
        return actions;
    }

    private List<AddFile> filesReplaced() {
        if (!hasColumns()) {
            return List.of();
        }
        if (replaced.includesRowsOfNoSlice()) {
            return Scala.list(transaction.filterFiles()).stream()
                    .filter(file -> replaced.contains(WrittenFiles.slice(replaced.columns(), file)))
                    .toList();
        }
        Expression condition = new CatalystSqlParser().parseExpression(replaced.condition());
        return Scala.list(transaction.filterFiles(Scala.seq(List.of(condition)), false));
    }

    private DeltaOperations.Operation operation(String metadata) {
        return new DeltaOperations.Write(
                SaveMode.Overwrite,
                scala.Option.apply(Scala.seq(replaced.columns())),
                replaced.everything() ? Scala.none() : scala.Option.apply(replaced.condition()),
                scala.Option.apply(metadata),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none());
    }

    /** Deletes what was written, unless it was committed or staged. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        finished = true;
        try {
            if (!isWriting) {
                for (AddFile file : written.all()) {
                    delete(file.toPath());
                }
                return;
            }
            // Of a write that failed Delta tells no files, and tasks of it may still be making some.
            RunningTasks.await(context);
            for (ObjectInfo file : table.store().list(table.path())) {
                if (writer.hasWritten(file.path().name())) {
                    String below =
                            file.path().text().substring(table.path().text().length() + 1);
                    delete(new org.apache.hadoop.fs.Path(null, null, below));
                }
            }
        } catch (IOException e) {
            // Nobody refers to them: they cost room, and nothing else.
            org.slf4j.LoggerFactory.getLogger(SliceCommit.class)
                    .warn("{} files in {} were not removed", step, table, e);
        }
    }

    /** By Hadoop, which keeps checksums beside files of the local disk. */
    private void delete(org.apache.hadoop.fs.Path file) throws IOException {
        org.apache.hadoop.fs.Path whole = new org.apache.hadoop.fs.Path(log.dataPath(), file);
        whole.getFileSystem(log.newDeltaHadoopConf()).delete(whole, false);
    }
}
