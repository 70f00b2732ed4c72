package dev.ingot.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class IdentifiersTest {
    @Test
    void survivesEverythingThatANameOrTextCanHold(ConnectionSettings settings) throws SQLException {
        try (Connection connection = Connections.forWork(settings, "test")) {
            for (String text :
                    new String[] {"plain", "it's", "\"quoted\"", "back\\slash'", "'; DROP TABLE x; --", "é€"}) {
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT " + Identifiers.literal(text) + " AS " + Identifiers.quote(text));
                row.next();
                assertThat(row.getString(1)).isEqualTo(text);
                assertThat(row.getMetaData().getColumnLabel(1)).isEqualTo(text);
            }
        }
    }

    @Test
    void refusesWhatPostgresHasNoNameFor() {
        assertThatThrownBy(() -> Identifiers.quote("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Identifiers.literal("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
