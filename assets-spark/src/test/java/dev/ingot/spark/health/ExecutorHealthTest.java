package dev.ingot.spark.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.spark.SparkSettings;
import dev.ingot.spark.session.ExecutorFacts;
import java.util.List;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class ExecutorHealthTest {
    private static final ExecutorFacts OURS = new ExecutorFacts("here", "4.1.3", "17.0.15");

    @Test
    void executorsOfTheSameLineAreWellAndTold() {
        Health health = health(
                new ExecutorFacts("one", "4.1.3", "17.0.15"),
                new ExecutorFacts("two", "4.1.1", "21"),
                new ExecutorFacts("one", "4.1.3", "17.0.15"));

        assertThat(health.problems()).isEmpty();
        assertThat(health.detail())
                .isEqualTo("Spark; executors on one and two with Spark 4.1.1 and 4.1.3, Java 17.0.15 and 21");
    }

    @Test
    void anotherSparkAndAnotherJavaAreToldOnceEach() {
        Health health = health(
                new ExecutorFacts("one", "4.0.2", "1.8.0_392"),
                new ExecutorFacts("two", "4.0.2", "1.8.0_392"),
                new ExecutorFacts("three", "4.10.0", "17"));

        assertThat(health.problems())
                .extracting(Diagnostic::what)
                .containsExactly(
                        "Executors have Spark 4.0.2, and not 4.1.3",
                        "Executors have Java 1.8.0_392, and not 17 or 21",
                        "Executors have Spark 4.10.0, and not 4.1.3");
        assertThat(health.problems()).extracting(Diagnostic::code).containsOnly(ErrorCode.UNSUPPORTED_PLATFORM);
        assertThat(health.problems())
                .allSatisfy(problem ->
                        assertThat(problem.help()).contains("run Ingot's image on the workers (docker/Dockerfile)"));
    }

    @Test
    void codeThatIsMissingThereIsToldAsSuchAndWhateverElseByItsCause() {
        for (String missing : List.of(
                "Lost task: java.lang.ClassNotFoundException: dev.ingot.spark.session.ClusterProbe$Question\n\tat",
                "cannot assign instance of java.lang.invoke.SerializedLambda to field org.apache.spark.rdd.MapPartitionsRDD.f")) {
            assertThat(failure(missing).help()).contains("have it sent: --set spark.send-code=true");
        }
        assertThat(failure("Job aborted due to stage failure: the dog ate it\nDriver stacktrace:")
                        .why())
                .contains("Job aborted due to stage failure: the dog ate it");
    }

    private static Health health(ExecutorFacts... executors) {
        return new ExecutorHealth(OURS, List.of(executors)).of("Spark");
    }

    private static Diagnostic failure(String text) {
        return ExecutorHealth.failure(
                SparkSettings.MASTER.parse("spark://there:7077"),
                OURS.spark(),
                new java.util.concurrent.ExecutionException(new SparkException(text)));
    }
}
