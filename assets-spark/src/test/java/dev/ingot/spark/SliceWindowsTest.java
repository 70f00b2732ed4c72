package dev.ingot.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.window.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceWindowsTest {
    private static final Partitioning DAYS =
            Partitioning.daily("day").start(2024).zone("Europe/Helsinki").build();
    private static final Partitioning REGIONS = Partitioning.fixed("region", List.of("north", "south"));

    private static AssetSpec by(Partitioning partitioning) {
        return AssetSpec.of(Fruit.RAW, "A harvest.").partitioned(partitioning).build();
    }

    private static TimeWindow period(String start, String end) {
        return new TimeWindow(Instant.parse(start), Instant.parse(end));
    }

    /** The clocks went forward on the last day of March. */
    @Test
    void aDayIsAsLongAsItIsThere() {
        SliceWindows windows = SliceWindows.of(by(DAYS), PartitionSet.of("2024-03-30", "2024-03-31"));

        assertThat(windows.bySlice())
                .isEqualTo(Map.of(
                        PartitionKey.of("2024-03-30"), period("2024-03-29T22:00:00Z", "2024-03-30T22:00:00Z"),
                        PartitionKey.of("2024-03-31"), period("2024-03-30T22:00:00Z", "2024-03-31T21:00:00Z")));
        assertThat(windows.of(PartitionKey.of("2024-03-31")).length()).isEqualTo(Duration.ofHours(23));
        assertThat(windows.bounds()).contains(period("2024-03-29T22:00:00Z", "2024-03-31T21:00:00Z"));
    }

    @Test
    void theOtherDimensionsDoNotMatter() {
        PartitionSet slices = PartitionSet.of(
                List.of(PartitionKey.of("north", "2024-01-07"), PartitionKey.of("south", "2024-01-03")));
        SliceWindows windows = SliceWindows.of(by(Partitioning.crossed(REGIONS, DAYS)), slices);

        assertThat(windows.bySlice()).hasSize(2);
        assertThat(windows.of(PartitionKey.of("south", "2024-01-03")))
                .isEqualTo(period("2024-01-02T22:00:00Z", "2024-01-03T22:00:00Z"));
        assertThat(windows.bounds()).contains(period("2024-01-02T22:00:00Z", "2024-01-07T22:00:00Z"));
    }

    @Test
    void ofSeveralDimensionsOfTimeOneIsNamed() {
        AssetSpec spec = by(Partitioning.crossed(DAYS, Partitioning.yearly("born", 1990, 1999)));
        PartitionSet slices = PartitionSet.of(List.of(PartitionKey.of("2024-01-07", "1995")));

        assertThat(SliceWindows.of(spec, "born", slices).bounds())
                .contains(period("1995-01-01T00:00:00Z", "1996-01-01T00:00:00Z"));
        assertThatThrownBy(() -> SliceWindows.of(spec, slices))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("bronze/fruit/harvest")
                .hasMessageContaining("2 dimensions of time windows");
    }

    @Test
    void noSliceHasNoBounds() {
        assertThat(SliceWindows.of(by(DAYS), PartitionSet.empty()).bounds()).isEmpty();
    }

    @Test
    void anAssetWithoutTimeWindowsHasNone() {
        assertThatThrownBy(() -> SliceWindows.of(by(REGIONS), PartitionSet.of("north")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("0 dimensions of time windows");
        assertThatThrownBy(() -> SliceWindows.of(by(REGIONS), "region", PartitionSet.of("north")))
                .hasMessageContaining("'region'");
        assertThatThrownBy(() -> SliceWindows.of(by(Partitioning.unpartitioned()), PartitionSet.whole()))
                .hasMessageContaining("unpartitioned");
    }
}
