package dev.ingot.recommender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.MemoryStores;
import dev.ingot.cli.Surroundings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.Warehouse;
import dev.ingot.recommender.RecommenderModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestWarehouse.class)
class RecommendCommandTest {

    @TempDir
    private Path folder;

    private final Database database;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    RecommendCommandTest(Database database) {
        this.database = database;
    }

    @Test
    void printsTitlesYearsGenresAndScores() {
        assertThat(run("recommend", "--user", "7")).isZero();
        assertThat(out())
                .contains("For user 7, by model m.1:")
                .containsPattern("1 +Amélie +2001 +Comedy +4\\.50")
                .containsPattern("2 +Heat +1995 +Crime, Thriller +4\\.25")
                .containsPattern("3 +movie 99 +4\\.00");
    }

    @Test
    void saysThatAnUnknownUserGetsAFallback() {
        assertThat(run("recommend", "--user", "999", "-k", "1")).isZero();
        assertThat(out())
                .contains("Nothing is known of user 999", "fallback", "Amélie")
                .doesNotContain("Heat");
    }

    @Test
    void printsOneDocumentForMachines() {
        assertThat(run("recommend", "--user", "7", "-k", "1", "-o", "json")).isZero();
        assertThat(out()).isEqualToIgnoringWhitespace("""
                        {"user_id": 7, "fallback": false, "model_version": "m.1", "movies": [
                          {"rank": 1, "movie_id": 20, "title": "Amélie", "year": 2001, "genres": ["Comedy"], "score": 4.5}]}
                        """);
    }

    @Test
    void theCountMustLieWithinWhatIsKept() {
        assertThat(run("recommend", "--user", "7", "-k", "0")).isEqualTo(2);
        assertThat(run("recommend", "--user", "7", "-k", "11")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("between 1 and 10", "it is 11");
        assertThat(out()).isEmpty();
    }

    @Test
    void aUserIsNeeded() {
        assertThat(run("recommend")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--user");
    }

    @Test
    void itsHelpHasExamples() {
        assertThat(run("recommend", "--help")).isZero();
        assertThat(out()).contains("--user=ID", "-k=COUNT", "ingot recommend --user 42");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        return Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        Map.of()),
                arguments,
                new RecommenderModule(),
                new MemoryStores(),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Warehouse.class).toInstance(new Warehouse(database, TestWarehouse.SCHEMAS));
                    }
                });
    }
}
