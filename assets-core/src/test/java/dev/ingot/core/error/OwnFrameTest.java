package dev.ingot.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnFrameTest {
    private static StackTraceElement frame(String type, int line) {
        return new StackTraceElement(type, "compute", type.substring(type.lastIndexOf('.') + 1) + ".java", line);
    }

    private static Exception thrown(Throwable cause, StackTraceElement... frames) {
        Exception failure = new IllegalStateException("x", cause);
        failure.setStackTrace(frames);
        return failure;
    }

    @Test
    void theInnermostFrameOfTheOwnersPackageIsFound() {
        Throwable failure = thrown(
                null,
                frame("org.apache.spark.sql.Dataset", 900),
                frame("dev.ingot.core.error.Rules", 12),
                frame("dev.ingot.core.error.Ratings", 40),
                frame("dev.ingot.spark.step.DeltaStep", 7));

        assertThat(OwnFrame.of(failure, OwnFrameTest.class))
                .contains("at dev.ingot.core.error.Rules.compute(Rules.java:12)");
    }

    @Test
    void theInnermostCauseGoesFirst() {
        Throwable cause = thrown(null, frame("dev.ingot.core.error.Ratings$Parser", 99));
        Throwable failure = thrown(cause, frame("dev.ingot.core.error.Ratings", 40));

        assertThat(OwnFrame.of(failure, OwnFrameTest.class).orElseThrow()).endsWith("(Ratings$Parser.java:99)");
    }

    @Test
    void aFrameThatIsOnlyInTheMessageIsFoundToo() {
        Exception failure = new IllegalStateException("""
                [DIVIDE_BY_ZERO] Division by zero.
                == DataFrame ==
                "divide" was called from
                dev.ingot.core.error.Ratings.compute(Ratings.java:31)
                """);
        failure.setStackTrace(new StackTraceElement[] {});

        assertThat(OwnFrame.of(failure, OwnFrameTest.class))
                .contains("at dev.ingot.core.error.Ratings.compute(Ratings.java:31)");
    }

    @Test
    void aFailureOfOthersHasNone() {
        Throwable failure =
                thrown(null, frame("org.apache.spark.sql.Dataset", 900), frame("dev.ingot.core.errors.X", 1));

        assertThat(OwnFrame.of(failure, OwnFrameTest.class)).isEmpty();
    }
}
