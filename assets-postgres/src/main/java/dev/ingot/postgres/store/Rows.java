package dev.ingot.postgres.store;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.Expected;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.event.Written;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.run.Run;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Between the columns of the tables and the values of the core. */
final class Rows {
    private Rows() {}

    static Run run(ResultSet row) throws SQLException {
        Run run = new Run(
                new RunId(row.getString("run_id")),
                new RunOrigin(
                        RunKind.parse(row.getString("kind")),
                        row.getString("command"),
                        row.getString("holder"),
                        Optional.ofNullable(row.getString("retry_of")).map(RunId::new)),
                RunStatus.parse(row.getString("status")),
                instant(row, "started_at"),
                optionalInstant(row, "finished_at"),
                row.getString("message"));
        boolean dead = run.status() == RunStatus.RUNNING && !row.getBoolean("alive");
        return dead ? run.died() : run;
    }

    static StepState step(ResultSet row) throws SQLException {
        return step(row, "");
    }

    /** The event of a row that has the step's constant columns too. */
    static RunEvent event(ResultSet row) throws SQLException {
        row.getInt("step_number");
        Optional<StepState> step = row.wasNull() ? Optional.empty() : Optional.of(step(row, "step_"));
        return new RunEvent(
                new RunId(row.getString("run_id")),
                instant(row, "at"),
                RunStatus.parse(row.getString("status")),
                step,
                row.getString("message"));
    }

    static Intent intent(ResultSet row) throws SQLException {
        return new Intent(stepId(row), AssetKey.parse(row.getString("asset")));
    }

    static StepId stepId(ResultSet row) throws SQLException {
        return new StepId(new RunId(row.getString("run_id")), row.getInt("step_number"));
    }

    static Slice slice(ResultSet row) throws SQLException {
        return new Slice(
                PartitionKey.parse(row.getString("partition")),
                row.getString("data_version"),
                row.getLong("rows"),
                row.getLong("rejected"),
                row.getLong("bytes"),
                inputs(row.getString("inputs")));
    }

    static String json(Map<String, String> inputs) {
        return asJson(new TreeMap<>(inputs));
    }

    /** @param value made of maps, lists, texts, numbers and nulls */
    static String asJson(Object value) {
        try {
            return JSON.std.asString(value);
        } catch (IOException failure) {
            throw new IllegalStateException("maps and lists are always JSON", failure);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Rows::time).orElse(null);
    }

    private static StepState step(ResultSet row, String prefix) throws SQLException {
        return new StepState(
                stepId(row),
                AssetKey.parse(row.getString("asset")),
                row.getString(prefix + "partitions"),
                row.getString("reason"),
                new Expected(
                        row.getLong("expected_rows"),
                        row.getLong("expected_bytes"),
                        Duration.ofMillis(row.getLong("expected_millis"))),
                StepStatus.parse(row.getString(prefix + "status")),
                row.getInt(prefix + "attempt"),
                new Written(
                        row.getLong(prefix + "rows"), row.getLong(prefix + "rejected"), row.getLong(prefix + "bytes")),
                optionalInstant(row, prefix + "started_at"),
                optionalInstant(row, prefix + "finished_at"),
                row.getString(prefix + "message"));
    }

    private static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Map<String, String> inputs(String json) {
        try {
            return JSON.std.mapOfFrom(String.class, json);
        } catch (IOException failure) {
            throw new IllegalStateException("not the inputs of a slice: " + json, failure);
        }
    }
}
