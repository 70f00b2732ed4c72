package dev.ingot.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What lies in a state folder while nothing runs.
 *
 * @param contents the rows of each slice of each Delta table and of each table of the warehouse, read from there
 * @param provenance what the commits of the Delta tables say of the slices that exist
 * @param ledger the same of the ledger, with the assets that are tables in PostgreSQL
 * @param commits how often each table was committed to, or an asset in PostgreSQL recorded
 * @param orphans files in the lake that no commit names
 * @param leftovers what the end of a run must not leave, but its death may
 * @param problems what must never be
 */
record Remains(
        SortedMap<String, RowSum> contents,
        SortedMap<String, String> provenance,
        SortedMap<String, String> ledger,
        SortedMap<String, Long> commits,
        List<Path> orphans,
        List<String> leftovers,
        List<String> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Remains of(Path state) throws IOException {
        Remains remains = new Remains(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Set<String> steps = new HashSet<>();
        for (Path table : tables(state.resolve("lake"))) {
            String name = state.resolve("lake").relativize(table).toString();
            DeltaFolder delta = DeltaFolder.read(table);
            delta.contents().forEach((slice, rows) -> remains.contents.put(name + "/" + slice, rows));
            remains.orphans.addAll(delta.orphans());
            remains.readCommits(name, delta.commits(), steps);
            if (!name.endsWith("__rejected")) {
                remains.commits.put(name, (long) delta.commits().size());
                delta.provenance().forEach((slice, text) -> remains.provenance.put(name + "@" + slice, text));
            }
        }
        if (Files.isDirectory(state.resolve("postgres/data"))) {
            try (EmbeddedPostgres server = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(state));
                    Handle handle = DatabaseTrap.open(server.connection())) {
                remains.readDatabase(handle, steps);
            }
        }
        return remains;
    }

    private static List<Path> tables(Path lake) throws IOException {
        if (!Files.isDirectory(lake)) {
            return List.of();
        }
        try (Stream<Path> logs = Files.walk(lake)) {
            return logs.filter(folder -> folder.endsWith("_delta_log"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private void readCommits(String table, List<JsonNode> log, Set<String> steps) {
        for (JsonNode commit : log) {
            String step = commit.path("step").asText("nobody");
            if (!steps.add(table + " " + step)) {
                problems.add(step + " has committed twice to " + table);
            }
        }
    }

    private void readDatabase(Handle handle, Set<String> steps) {
        if (!exists(handle, "ingot.current_slice")) {
            return;
        }
        handle.select("SELECT * FROM ingot.current_slice JOIN ingot.slice USING (materialization_id, partition)"
                        + " JOIN ingot.materialization USING (materialization_id, asset)")
                .map((row, context) ->
                        ledger.put(row.getString("asset") + "@" + row.getString("partition"), slice(row)))
                .list();
        handle.select("SELECT asset || ' ' || run_id || '.' || step_number FROM ingot.materialization"
                        + " WHERE asset NOT LIKE 'warehouse/%'")
                .mapTo(String.class)
                .filter(recorded -> !steps.contains(recorded))
                .forEach(recorded -> problems.add("recorded, but never committed: " + recorded));
        handle.select("SELECT asset, count(*) FROM ingot.materialization WHERE asset LIKE 'warehouse/%' GROUP BY asset")
                .map((row, context) -> commits.put(row.getString(1), row.getLong(2)))
                .list();
        new WarehouseTables(handle).contents().forEach(contents::put);
        left(handle, "an intent", "SELECT run_id || '.' || step_number FROM ingot.intent");
        left(handle, "a staging table", "SELECT tablename FROM pg_tables WHERE schemaname = 'ingot_staging'");
    }

    static boolean exists(Handle handle, String table) {
        return handle.select("SELECT to_regclass(?) IS NOT NULL", table)
                .mapTo(boolean.class)
                .one();
    }

    private void left(Handle handle, String what, String query) {
        handle.select(query).mapTo(String.class).forEach(name -> leftovers.add(what + " is left: " + name));
    }

    private static String slice(ResultSet row) throws SQLException {
        try {
            SortedMap<String, String> inputs = new TreeMap<>();
            JSON.readTree(row.getString("inputs"))
                    .properties()
                    .forEach(
                            input -> inputs.put(input.getKey(), input.getValue().asText()));
            return Slices.text(
                    row.getString("code_version"),
                    row.getString("data_version"),
                    row.getLong("rows"),
                    row.getLong("rejected"),
                    inputs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
