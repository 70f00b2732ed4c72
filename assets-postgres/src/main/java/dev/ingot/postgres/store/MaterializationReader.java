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
    private final Map<Long, Parts> byId = new LinkedHashMap<>();

    /** A materialization without its slices, and those that were read. */
    private record Parts(Materialization head, List<Slice> slices) {
        Materialization together() {
            return new Materialization(
                    head.step(),
                    head.asset(),
                    head.tableVersion(),
                    head.codeVersion(),
                    head.at(),
                    head.took(),
                    slices,
                    head.removed(),
                    head.token());
        }
    }

    static String select(String where) {
        return "SELECT * FROM ingot.materialization LEFT JOIN ingot.slice USING (materialization_id) " + where
                + " ORDER BY materialization_id DESC, position";
    }

    MaterializationReader add(ResultSet row) throws SQLException {
        long id = row.getLong("materialization_id");
        if (!byId.containsKey(id)) {
            byId.put(id, new Parts(head(row), new ArrayList<>()));
        }
        if (row.getString("partition") != null) {
            byId.get(id).slices().add(Rows.slice(row));
        }
        return this;
    }

    List<Materialization> materializations() {
        return byId.values().stream().map(Parts::together).toList();
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
                PartitionSet.of(Stream.of(removed).map(PartitionKey::parse).toList()),
                row.getLong("token"));
    }
}
