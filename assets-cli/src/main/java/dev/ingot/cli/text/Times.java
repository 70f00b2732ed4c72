package dev.ingot.cli.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the commands tell them. */
public final class Times {
    private Times() {}

    /** Without fractions of a second. */
    public static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Seconds with a tenth; null while it has not ended. */
    public static @Nullable BigDecimal between(Instant start, Optional<Instant> end) {
        return end.map(at -> seconds(Duration.between(start, at))).orElse(null);
    }

    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis() / 100, 1);
    }
}
