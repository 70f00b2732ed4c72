package dev.ingot.examples.weather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.law.PartitionMappingLaws;
import dev.ingot.examples.Terminal;
import java.nio.file.Path;
import java.time.Instant;
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

    private String ingot(String... arguments) {
        return new Terminal(
                        folder,
                        AssetsModule.of(
                                Weather.Readings::new, Weather.Days::new, Weather.Changes::new, Weather.Months::new))
                .types(arguments);
    }
}
