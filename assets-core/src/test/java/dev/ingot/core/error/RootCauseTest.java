package dev.ingot.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class RootCauseTest {
    @Test
    void theInnermostCauseIsTold() {
        Throwable failure =
                new ExecutionException("wrapped", new IllegalStateException("again", new IOException("no such year")));

        assertThat(RootCause.text(failure)).isEqualTo("IOException: no such year");
    }

    @Test
    void aCircleOfCausesEnds() {
        IOException one = new IOException("one");
        IOException other = new IOException("other", one);
        one.initCause(other);

        assertThat(RootCause.of(one)).isSameAs(other);
    }

    @Test
    void aKindWithoutMeaningIsLeftOutAndOneWithoutMessageIsNot() {
        assertThat(RootCause.text(new RuntimeException("boom"))).isEqualTo("boom");
        assertThat(RootCause.text(new NullPointerException())).isEqualTo("NullPointerException without a message");
    }

    @Test
    void ofAStageThatFailedTheTasksOwnExceptionIsTold() {
        String message = """
                Job aborted due to stage failure: Task 1 in stage 7.0 failed 4 times, most recent failure: Lost task 1.3 in \
                stage 7.0 (TID 12) (10.0.0.7 executor 2): java.lang.RuntimeException: wrapped
                \tat dev.ingot.silver.X.apply(X.java:3)
                Caused by: java.lang.ArithmeticException: / by zero
                \tat dev.ingot.silver.X.lambda(X.java:9)
                \t... 12 more

                Driver stacktrace:
                """;

        assertThat(RootCause.text(new IllegalStateException(message)))
                .isEqualTo("java.lang.ArithmeticException: / by zero");
    }

    @Test
    void plansPlacesAndStatesAreLeftToTheLog() {
        assertThat(RootCause.essence("""
                [UNRESOLVED_COLUMN] A column with name `yaer` cannot be resolved. Did you mean `year`? SQLSTATE: 42703;
                'Project ['yaer]
                +- Relation [year#1] csv
                """))
                .isEqualTo("[UNRESOLVED_COLUMN] A column with name `yaer` cannot be resolved. Did you mean `year`?");
        assertThat(RootCause.essence(
                        "[DIVIDE_BY_ZERO] Division by zero. SQLSTATE: 22012\n== DataFrame ==\n\"divide\" was"))
                .isEqualTo("[DIVIDE_BY_ZERO] Division by zero.");
    }

    @Test
    void whatIsLongIsCut() {
        assertThat(RootCause.essence("a\nb\n\nc\nd")).isEqualTo("a b c");
        assertThat(RootCause.essence("x".repeat(1000))).hasSize(400).endsWith("…");
    }
}
