package dev.ingot.spark.commit;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.spark.lake.Location;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * commit depends on is read through the transaction, so that Delta itself finds conflicts; a fence against former holders of a
 * lease would be one more such read, in {@code begin}, and one more action, in {@code commit}.
 */
public final class SliceCommit implements AutoCloseable {
    private final StepId step;
    private final Location table;
    private final Replaced replaced;
    private final CommitLog history;
    private final Optional<Materialization> done;
    private final DeltaLog log;
    private final OptimisticTransaction transaction;
    private final WrittenFiles written;
    private boolean finished;

    private SliceCommit(SparkSession session, Location table, Replaced replaced, StepId step) {
        this.step = step;
        this.table = table;
        this.replaced = replaced;
        this.written = new WrittenFiles(replaced.columns());
        this.history = CommitLog.of(table);
        this.done = history.find(step);
        this.log = DeltaLog.forTable(session, new org.apache.hadoop.fs.Path(table.uri()));
        this.transaction = log.startTransaction(Scala.none(), Scala.none());
    }

    /**
     * Begins on the newest state of the table, which need not exist.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot or a newer Delta wrote it
     */
    public static SliceCommit begin(SparkSession session, Location table, Replaced replaced, StepId step) {
        try {
            SliceCommit commit = new SliceCommit(session, table, replaced, step);
            commit.log.protocolWrite(commit.transaction.protocol());
            return commit;
        } catch (RuntimeException e) {
            throw CommitErrors.ofTable(table, e);
        }
    }

    /** What the step committed in an earlier attempt, if it did. */
    public Optional<Materialization> done() {
        return done;
    }

    public boolean tableExists() {
        return transaction.readVersion() >= 0;
    }

    /**
     * Fits rows to the table, and the table to the rows where everything in it is replaced.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code step-failed} if the columns differ and slices stay that
     *     have the old ones
     */
    public Dataset<Row> align(Dataset<Row> rows) {
        TableSchema schema = new TableSchema(transaction, replaced.columns());
        if (!tableExists()) {
            schema.create(rows.schema());
            return rows;
        }
        if (schema.fits(rows.schema())) {
            return schema.ordered(rows);
        }
        if (!replacesAll()) {
            throw CommitErrors.schemaChanged(table, transaction.metadata().schema(), rows.schema());
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
        Scala.list(transaction.writeFiles(rows)).forEach(written::add);
        return written.rows();
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
        if (tableExists() && !filesReplaced().isEmpty()) {
            commit(materialization);
        }
    }

    /**
     * Makes what was written visible in place of what it replaces.
     *
     * @return the materialization as read back from the commit
     * @throws dev.ingot.core.error.IngotException with code {@code commit-conflict} if somebody else changed these slices
     */
    public Materialization commit(Materialization materialization) {
        List<Action> actions = new ArrayList<>(written.all());
        filesReplaced().forEach(file -> actions.add(file.remove()));
        try {
            transaction.commit(Scala.seq(actions), operation(MaterializationJson.print(materialization)));
        } catch (RuntimeException e) {
            // The log decides, not the exception: what fails after the commit does not undo it.
            Optional<Materialization> committed = history.find(step);
            if (committed.isEmpty()) {
                throw e instanceof ConcurrentModificationException ? CommitErrors.conflict(table, e) : e;
            }
        }
        finished = true;
        return history.find(step)
                .orElseThrow(() -> new IllegalStateException("the commit of " + step + " is not in " + table));
    }

    private List<AddFile> filesReplaced() {
        if (!tableExists()) {
            return List.of();
        }
        if (replaced.everything()) {
            return Scala.list(transaction.filterFiles());
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
        for (AddFile file : written.all()) {
            delete(new org.apache.hadoop.fs.Path(log.dataPath(), file.toPath()));
        }
    }

    private void delete(org.apache.hadoop.fs.Path file) {
        try {
            file.getFileSystem(log.newDeltaHadoopConf()).delete(file, false);
        } catch (IOException e) {
            // Nobody refers to it: it costs room, and nothing else.
            org.slf4j.LoggerFactory.getLogger(SliceCommit.class).warn("{} {} was not removed", step, file, e);
        }
    }
}
