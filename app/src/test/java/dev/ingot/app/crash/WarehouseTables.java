package dev.ingot.app.crash;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables of the warehouse, with what their surrogate keys stand for: a load that is undone leaves gaps in the numbers. */
final class WarehouseTables {
    private final Handle handle;

    WarehouseTables(Handle handle) {
        this.handle = handle;
    }

    SortedMap<String, RowSum> contents() {
        SortedMap<String, RowSum> contents = new TreeMap<>();
        String tables = "SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('warehouse')"
                + " AND relkind IN ('r', 'p') AND NOT relispartition AND relname NOT LIKE 'flyway%'"
                + " AND relname <> 'ingot_provenance'";
        handle.select(tables).mapTo(String.class).forEach(table -> contents.put("warehouse." + table, content(table)));
        return contents;
    }

    private RowSum content(String table) {
        List<String> columns = handle.select(
                        "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
                                + " AND NOT attisdropped ORDER BY attname",
                        "warehouse." + table)
                .mapTo(String.class)
                .list();
        String row = columns.stream()
                .filter(column -> !table.equals("dim_" + column.replace("_key", "")))
                .map(WarehouseTables::meaning)
                .collect(Collectors.joining(", "));
        String sql = "SELECT count(*), coalesce(sum(hashtextextended(ROW(" + row + ")::text, 0)::numeric), 0) % 1e18"
                + " FROM warehouse." + table + " t";
        return handle.createQuery(sql)
                .map((all, context) -> new RowSum(all.getLong(1), all.getLong(2)))
                .one();
    }

    private static String meaning(String column) {
        return switch (column) {
            case "movie_key" -> "(SELECT movie_id FROM warehouse.dim_movie d WHERE d.movie_key = t.movie_key)";
            case "user_key" -> "(SELECT user_id FROM warehouse.dim_user d WHERE d.user_key = t.user_key)";
            case "genre_key" -> "(SELECT name FROM warehouse.dim_genre d WHERE d.genre_key = t.genre_key)";
            default -> "t." + column;
        };
    }
}
