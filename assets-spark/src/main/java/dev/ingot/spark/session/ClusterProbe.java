package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Asks a cluster for executors, and them what they are made of, in a session of its own that knows no store and ends with the
 * answer. For a process without another session.
 */
public final class ClusterProbe {
    private static final int TASKS = 4;

    private final Settings settings;

    public ClusterProbe(Settings settings) {
        this.settings = settings;
    }

    /** The task: it needs no class of Ingot but two. */
    private record Question() implements Function<Integer, ExecutorFacts> {
        @Override
        public ExecutorFacts call(Integer task) {
            return ExecutorFacts.here();
        }
    }

    /**
     * Asks.
     *
     * @param patience from the start of the session to the answer
     * @return those that have answered; none when nobody did in time
     * @throws Exception if there is no session, or no executor can run the task
     */
    public Set<ExecutorFacts> ask(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        ScratchFolder scratch =
                new ScratchFolder(settings.state().toAbsolutePath().resolve("tmp/doctor"));
        try (SparkSession session = SparkStart.withoutStore(settings, scratch.create())) {
            return answers(JavaSparkContext.fromSparkContext(session.sparkContext()), end - System.nanoTime());
        } finally {
            scratch.delete();
        }
    }

    private static Set<ExecutorFacts> answers(JavaSparkContext context, long nanos) throws Exception {
        List<Integer> tasks = IntStream.range(0, TASKS).boxed().collect(Collectors.toList());
        JavaFutureAction<List<ExecutorFacts>> answers =
                context.parallelize(tasks, TASKS).map(new Question()).collectAsync();
        try {
            return Set.copyOf(answers.get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answers.cancel(true);
            return Collections.emptySet();
        }
    }
}
