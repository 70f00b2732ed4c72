package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts materializations together from one row a slice, newest first. */
final class MaterializationReader {
    private final Map<Long, Materialization> byId = new LinkedHashMap<>();

    static String select(String where) {
        return "SELECT * FROM ingot.materialization LEFT JOIN ingot.slice USING (materialization_id) " + where
                + " ORDER BY materialization_id DESC, position";
    }

    MaterializationReader add(ResultSet row) throws SQLException {
        long id = row.getLong("materialization_id");
        Materialization known = byId.containsKey(id) ? byId.get(id) : head(row);
        byId.put(id, row.getString("partition") == null ? known : with(known, Rows.slice(row)));
        return this;
    }

    List<Materialization> materializations() {
        return List.copyOf(byId.values());
    }

    private static Materialization head(ResultSet row) throws SQLException {
        String[] removed = (String[]) row.getArray("removed").getArray();
        return new Materialization(
                Rows.stepId(row),
                AssetKey.parse(row.getString("asset")),
                row.getLong("table_version"),
                row.getString("code_version"),
                Rows.instant(row, "at"),
                Duration.ofMillis(row.getLong("took_millis")),
                List.of(),
                PartitionSet.of(Stream.of(removed).map(PartitionKey::parse).toList()));
    }

    private static Materialization with(Materialization known, Slice slice) {
        List<Slice> slices = new ArrayList<>(known.slices());
        slices.add(slice);
        return new Materialization(
                known.step(),
                known.asset(),
                known.tableVersion(),
                known.codeVersion(),
                known.at(),
                known.took(),
                slices,
                known.removed());
    }
}
