package dev.ingot.examples.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.law.PartitionMappingLaws;
import dev.ingot.examples.Terminal;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.TestOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        assertThat(terminal().failsWith(2, "partitions", "remove", "stations", "Tartu"))
                .contains("Tartu", "bronze/weather/readings", "--force");
        assertThat(ingot("plan", "+silver/weather/days@2026-01-07..2026-01-08")).contains("fresh");

        ingot("partitions", "remove", "stations", "Tartu", "--force");
        // The readings are still there: made again by itself, a day would be what it was.
        assertThat(ingot("plan", "silver/weather/days@2026-01-07..2026-01-08")).contains("fresh");
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
        return terminal().types(arguments);
    }

    private Terminal terminal() {
        return new Terminal(
                folder,
                AssetsModule.of(Weather.Readings::new, Weather.Days::new, Weather.Changes::new, Weather.Months::new));
    }
}
