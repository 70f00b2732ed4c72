package dev.ingot.spark.commit;

import dev.ingot.core.event.StepId;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.spark.TaskContext;
import org.apache.spark.internal.io.FileCommitProtocol;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.files.DelayedCommitProtocol;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Map;

/**
 * A transaction whose files bear the step's id in their names: a write that fails, or whose process dies, leaves files behind that
 * Delta does not tell of, and whoever cleans up must know whose they are.
 */
final class StepTransaction extends OptimisticTransaction {
    private final String prefix;

    StepTransaction(DeltaLog log, StepId step) {
        super(log, Scala.none(), Option.<org.apache.spark.sql.delta.Snapshot>empty());
        // An attempt that was given up may still be writing when the next one of the same step does.
        String attempt = UUID.randomUUID().toString().substring(0, 8);
        this.prefix = "part-" + step + "-" + attempt + "-";
    }

    @Override
    public DelayedCommitProtocol getCommitter(Path table) {
        return new Files(table.toString(), prefix);
    }

    /** Whether a file of this name was written by this transaction. */
    boolean hasWritten(String name) {
        return name.startsWith(prefix);
    }

    /** It travels to Spark's workers: a task that does not come to its end cleans up after itself, however late that is. */
    private static final class Files extends DelayedCommitProtocol {
        private static final long serialVersionUID = 1L;

        private final String table;
        private final String prefix;

        Files(String table, String prefix) {
            super("delta", table, Option.empty(), Option.empty());
            this.table = table;
            this.prefix = prefix;
        }

        @Override
        public String getFileName(TaskAttemptContext task, String extension, Map<String, String> partition) {
            return prefix + super.getFileName(task, extension, partition).replaceFirst("^part-", "");
        }

        @Override
        public FileCommitProtocol.TaskCommitMessage commitTask(TaskAttemptContext task) {
            if (TaskContext.get().isInterrupted()) {
                throw new IllegalStateException("nobody waits for this task any more");
            }
            return super.commitTask(task);
        }

        @Override
        public void abortTask(TaskAttemptContext task) {
            for (Tuple2<Map<String, String>, String> file : Scala.list(addedFiles())) {
                Path path = new Path(table, new Path(URI.create(file._2())));
                try {
                    path.getFileSystem(task.getConfiguration()).delete(path, false);
                } catch (IOException e) {
                    LoggerFactory.getLogger(StepTransaction.class).warn("{} was not removed", path, e);
                }
            }
        }
    }
}
