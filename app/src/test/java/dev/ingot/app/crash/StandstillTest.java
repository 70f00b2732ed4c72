package dev.ingot.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.ChildProcess;
import dev.ingot.app.Landed;
import dev.ingot.app.Product;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that stands still past its lease in the middle of its work, and wakes up when another has done it. One project: the
 * second test goes on with what the first has made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StandstillTest {
    private static final String TABLE = "+silver/movielens/movies";
    private static final String LOAD = "+warehouse/movielens/dim_movie";

    @TempDir
    private static Path folder;

    private static Product product;

    @BeforeAll
    static void land() throws Exception {
        product = new Product(folder);
        product.lands(Landed.SAMPLE);
    }

    @Test
    @Order(1)
    void inTheMiddleOfAComputation() throws Exception {
        try (Trap trap = Kill.Appearance.ROWS.set(product.state(), 1);
                ChildProcess stopped = starts(TABLE)) {
            assertThat(trap.springs(stopped)).as("rows are being written").isTrue();
            stopped.signal("STOP");
            isOvertaken(stopped, TABLE);
        }
    }

    @Test
    @Order(2)
    void inTheMiddleOfALoad() throws Exception {
        DatabaseTrap trap = DatabaseTrap.set(product.state(), Place.COPY, 5, DatabaseTrap.Aftermath.KEPT);
        try (ChildProcess stopped = starts(LOAD)) {
            // Without the trap nothing but the process itself keeps the load from going on.
            try (trap) {
                assertThat(trap.springs(stopped)).as("rows are being copied").isTrue();
                stopped.signal("STOP");
            }
            isOvertaken(stopped, LOAD);
        }
    }

    private static ChildProcess starts(String work) throws Exception {
        return ChildProcess.starts(product.state(), "materialize", work, "--set", "lease.ttl=2s");
    }

    /** Another run does the work; the one that wakes up then has lost its right, commits nothing, and finds everything done. */
    private static void isOvertaken(ChildProcess stopped, String work) throws Exception {
        assertThat(product.materializes(work))
                .isNotEmpty()
                .allSatisfy((asset, status) -> assertThat(status).isEqualTo("succeeded"));
        long commits = count("materialization");
        Remains before = Remains.of(product.state());

        stopped.signal("CONT");

        assertThat(stopped.ends().exits(0).out()).contains("The right to write to", "was lost");
        assertThat(count("materialization")).isEqualTo(commits);
        Remains after = Remains.of(product.state());
        assertThat(after.contents()).isEqualTo(before.contents());
        assertThat(after.commits()).isEqualTo(before.commits());
        assertThat(after.problems()).isEmpty();
        assertThat(after.leftovers()).isEmpty();
        assertThat(product.asks("plan", work).get("steps")).isEmpty();
    }

    private static long count(String table) {
        return product.row("SELECT count(*) AS rows FROM " + table).get("rows").asLong();
    }
}
