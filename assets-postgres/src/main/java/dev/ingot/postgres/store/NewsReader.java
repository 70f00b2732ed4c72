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
    private final MaterializationReader reader = new MaterializationReader();
    private String position = "";

    NewsReader add(ResultSet row) throws SQLException {
        position = row.getString("now");
        if (row.getString("run_id") != null) {
            reader.add(row);
        }
        return this;
    }

    News news() {
        List<Materialization> done = new ArrayList<>(reader.materializations());
        Collections.reverse(done);
        return new News(done, position);
    }
}
