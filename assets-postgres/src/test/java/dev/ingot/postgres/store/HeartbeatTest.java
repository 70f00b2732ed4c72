package dev.ingot.postgres.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    @Test
    void oneBeatThatFailsIsNotTheLast() throws Exception {
        CountDownLatch beats = new CountDownLatch(3);
        try (Heartbeat heartbeat = Heartbeat.every(Duration.ofMillis(1), () -> {
            beats.countDown();
            throw new IllegalStateException("the server does not answer");
        })) {
            assertThat(beats.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(heartbeat).isNotNull();
        }
    }
}
