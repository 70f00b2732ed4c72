package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes of the product that work on one project at the same time. */
final class LeaseProcessTest {
    private static final String WORK = "+silver/movielens/movies";
    private static final String YEARS = "gold/movielens/movie_year_stats";

    @TempDir
    private Path folder;

    private Product product;

    @BeforeEach
    void land() {
        product = Landed.in(folder);
    }

    @Test
    void aProcessThatStoodStillPastItsLeaseCannotCommitAndFindsTheWorkDone() throws Exception {
        try (ChildProcess stopped =
                ChildProcess.starts(product.state(), "materialize", WORK, "--set", "lease.ttl=2s")) {
            stopped.says("Run ");
            // Its first steps have their slices, and Spark is about to start.
            while (count("lease") == 0) {
                Thread.onSpinWait();
            }
            stopped.signal("STOP");
            assertThat(product.materializes(WORK))
                    .allSatisfy((asset, status) -> assertThat(status).isEqualTo("succeeded"));
            long commits = count("materialization");
            stopped.signal("CONT");

            assertThat(stopped.ends().exits(0).out())
                    .contains("The right to write to", "was lost", "0 assets materialized, 2 unchanged");

            assertThat(count("materialization")).isEqualTo(commits);
            assertThat(count("intent")).isZero();
        }
        assertThat(product.asks("runs", "list").findValuesAsText("status")).containsExactly("succeeded", "succeeded");
        assertThat(product.asks("plan", WORK).get("steps")).isEmpty();
    }

    @Test
    void ofFourThatWantTheSameOneWorksAndTheOthersFindEverythingFresh() throws Exception {
        try (ChildProcess first = ChildProcess.starts(product.state(), "materialize", WORK)) {
            first.says("Run ");
            while (count("lease") == 0) {
                Thread.onSpinWait();
            }
            try (ChildProcess second = ChildProcess.starts(product.state(), "materialize", WORK);
                    ChildProcess third = ChildProcess.starts(product.state(), "materialize", WORK)) {
                Answer fourth = product.types("materialize", WORK).exits(0);
                assertThat(fourth.err()).contains("waits for run");
                third.ends().exits(0);
                second.ends().exits(0);
            }
            first.ends().exits(0);
        }
        assertThat(count("lease")).isZero();
        assertThat(product.row("SELECT count(*) - count(DISTINCT asset) AS doubled FROM materialization")
                        .get("doubled")
                        .asInt())
                .isZero();
    }

    @Test
    void differentPartitionsOfAnAssetAreWrittenAtOnce() throws Exception {
        product.materializes("+" + YEARS);
        String first = year("min");
        String second = year("max");
        try (ChildProcess other = ChildProcess.starts(product.state(), "materialize", YEARS + "@" + first, "--force")) {
            other.says("Run ");
            Answer here = product.types("materialize", YEARS + "@" + second, "--force", "--no-wait")
                    .exits(0);
            assertThat(here.err()).doesNotContain("waits for");
            assertThat(other.ends().exits(0).out()).doesNotContain("waits for");
        }
        assertThat(product.planned()).doesNotContain(YEARS);
    }

    private String year(String which) {
        return product.row("SELECT " + which + "(partition) AS year FROM current_slice WHERE asset = '" + YEARS
                        + "' AND partition <> ''")
                .get("year")
                .asText();
    }

    private long count(String table) {
        return product.row("SELECT count(*) AS rows FROM " + table).get("rows").asLong();
    }
}
