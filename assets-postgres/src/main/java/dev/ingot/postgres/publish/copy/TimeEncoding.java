package dev.ingot.postgres.publish.copy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Days and microseconds since the year 2000, which PostgreSQL counts from. Spark gives times in an old and a new type. */
final class TimeEncoding {
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);
    private static final Instant INSTANT = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    private TimeEncoding() {}

    static void putDate(CopyBuffer out, Object value) {
        LocalDate date = value instanceof Date old ? old.toLocalDate() : (LocalDate) value;
        out.putInt((int) ChronoUnit.DAYS.between(DAY, date));
    }

    static void putInstant(CopyBuffer out, Object value) {
        Instant instant = value instanceof Timestamp old ? old.toInstant() : (Instant) value;
        out.putLong(ChronoUnit.MICROS.between(INSTANT, instant));
    }

    static void putLocal(CopyBuffer out, Object value) {
        out.putLong(ChronoUnit.MICROS.between(INSTANT, ((LocalDateTime) value).toInstant(ZoneOffset.UTC)));
    }
}
