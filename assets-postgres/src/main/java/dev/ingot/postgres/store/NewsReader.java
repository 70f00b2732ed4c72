package dev.ingot.postgres.store;

import dev.ingot.core.ledger.Ledger.News;
import dev.ingot.core.ledger.Materialization;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads what is new, and where the ledger stood then: in a row without a materialization where nothing is new. */
final class NewsReader {
    /**
     * One statement sees one state: where it stands, and what is new there. Its parameter, twice, is the position before.
     *
     * <p>Numbers of rows would not do: who took the lower one may come to commit later. In a database that was restored from another
     * one old rows can bear transactions that are yet to come here.
     *
     * <p>The planner cannot know how little is new, and would read all slices for it: the offset makes it look up those of each.
     */
    static final String SINCE = """
            SELECT now, news.* FROM (SELECT CAST(pg_current_snapshot() AS text) AS now) AS here LEFT JOIN (
                SELECT * FROM ingot.materialization LEFT JOIN LATERAL (
                    SELECT partition, position, data_version, rows, rejected, bytes, inputs FROM ingot.slice
                    WHERE slice.materialization_id = materialization.materialization_id OFFSET 0) AS made ON true
                WHERE recorded_by >= pg_snapshot_xmin(CAST(? AS pg_snapshot))
                  AND NOT pg_visible_in_snapshot(recorded_by, CAST(? AS pg_snapshot))
                  AND recorded_by < pg_snapshot_xmax(pg_current_snapshot())) AS news ON true
            ORDER BY materialization_id DESC, position
            """;

    private final MaterializationReader reader = new MaterializationReader();
    private String position = "";

    NewsReader add(ResultSet row) throws SQLException {
        position = row.getString("now");
        if (row.getString("run_id") != null) {
            reader.add(row);
        }
        return this;
    }

    /** All that a result holds. */
    static News read(ResultSet rows) throws SQLException {
        NewsReader reader = new NewsReader();
        while (rows.next()) {
            reader.add(rows);
        }
        return reader.news();
    }

    News news() {
        List<Materialization> done = new ArrayList<>(reader.materializations());
        Collections.reverse(done);
        return new News(done, position);
    }
}
