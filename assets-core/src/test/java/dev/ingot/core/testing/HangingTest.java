package dev.ingot.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What hangs fails: a test has a time to end in, wherever it waits, or the suite would wait with it. */
class HangingTest {
    private Optional<String> timeout = Optional.empty();
    private Optional<String> mode = Optional.empty();

    @RegisterExtension
    final BeforeEachCallback parameters = context -> {
        timeout = context.getConfigurationParameter("junit.jupiter.execution.timeout.default");
        mode = context.getConfigurationParameter("junit.jupiter.execution.timeout.thread.mode.default");
    };

    private final Thread constructed = Thread.currentThread();

    @Test
    void everyTestHasATimeToEndInAndAThreadThatNeedNotEnd() {
        assertThat(timeout).contains("10 m");
        assertThat(mode).contains("SEPARATE_THREAD");
        assertThat(Thread.currentThread()).isNotSameAs(constructed);
    }
}
