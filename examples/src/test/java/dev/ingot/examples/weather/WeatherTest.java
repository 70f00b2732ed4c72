package dev.ingot.examples.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.law.PartitionMappingLaws;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.SparkModule;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.TestOutcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeatherTest {
    @TempDir
    Path folder;

    @Test
    void theMappingHoldsTheLaws() {
        PartitionFacts facts = PartitionFacts.at(Instant.parse("2026-02-02T00:00:00Z"));
        PartitionMappingLaws.check(new WeekBefore(), Weather.DAILY, Weather.DAILY, facts);
    }

    /** Two days of two stations, then a third station: the same days again, and what is made of them. */
    @Test
    void daysAndStationsAreMaterializedAsTheyAreAskedFor() {
        assertThat(ingot("partitions", "add", "stations", "Oslo S", "Åbo")).isNotNull();
        ingot("materialize", "+silver/weather/days@2026-01-07..2026-01-08");
        assertThat(ingot("partitions", "list", "silver/weather/days", "-o", "json"))
                .contains("\"partition\" : \"2026-01-07\"");
        assertThat(ingot("show", "bronze/weather/readings", "-o", "json"))
                .contains("2026-01-07", "Oslo", "bo")
                .doesNotContain("2026-01-09");
        assertThat(ingot("plan", "+silver/weather/days@2026-01-07..2026-01-08")).contains("fresh");

        ingot("partitions", "add", "stations", "Tartu");
        assertThat(ingot("plan", "+silver/weather/days@2026-01-08"))
                .contains("2 steps", "2026-01-08~Tartu")
                .doesNotContain("2026-01-07");

        ingot("backfill", "+gold/weather/changes@2026-01-08");
        assertThat(ingot("show", "gold/weather/changes", "-o", "json")).contains("\"change\" : 7");
        ingot("materialize", "+gold/weather/months@2026-01");
        assertThat(ingot("show", "gold/weather/months", "-o", "json")).contains("2026-01", "12.5");
    }

    /** What is kept of it goes, here and where it was counted in; it comes back when it is added again. */
    @Test
    void aStationThatIsRemovedGoesWithItsData() {
        ingot("partitions", "add", "stations", "Oslo", "Tartu");
        ingot("materialize", "+silver/weather/days@2026-01-07..2026-01-08");
        assertThat(ingot(2, "partitions", "remove", "stations", "Tartu"))
                .contains("Tartu", "bronze/weather/readings", "--force");
        assertThat(ingot("plan", "+silver/weather/days@2026-01-07..2026-01-08")).contains("fresh");

        ingot("partitions", "remove", "stations", "Tartu", "--force");
        assertThat(ingot("plan", "+silver/weather/days@2026-01-07..2026-01-08")).contains("removed");
        ingot("materialize", "+silver/weather/days@2026-01-07..2026-01-08");
        assertThat(ingot("show", "bronze/weather/readings", "-o", "json"))
                .contains("Oslo")
                .doesNotContain("Tartu");
        assertThat(ingot("plan", "+silver/weather/days@2026-01-07..2026-01-08")).contains("fresh");
    }

    @Test
    void aDayIsAskedForFromItsBeginningToItsEnd() {
        TestOutcome outcome = AssetTester.of(new Weather.Readings())
                .partitions("2026-01-07~Oslo", "2026-01-08~Tartu")
                .run();

        assertThat(outcome.values("day", "station", "hour"))
                .hasSize(8)
                .contains(List.of("2026-01-07", "Oslo", 0), List.of("2026-01-08", "Tartu", 18));
    }

    private String ingot(String... arguments) {
        return ingot(0, arguments);
    }

    /** What it prints; of a failure, what it complains of. */
    private String ingot(int expected, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        Map.of("INGOT_STATE", folder.resolve("state").toString(), "INGOT_SPARK_MASTER", "local[2]")),
                arguments,
                new FrameworkCommands(),
                new SparkModule(),
                new PostgresModule(),
                AssetsModule.of(Weather.Readings::new, Weather.Days::new, Weather.Changes::new, Weather.Months::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return (expected == 0 ? out : err).toString(StandardCharsets.UTF_8);
    }
}
