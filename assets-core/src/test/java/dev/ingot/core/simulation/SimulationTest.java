package dev.ingot.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.testing.Property;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {
    @Test
    void nothingIsLostOrDoubledWhateverHappens() {
        Property.forAll(150, random -> {
            int assets = 1 + random.nextInt(40);
            double fail = random.nextInt(3) * 0.15;
            Simulation.Options options =
                    new Simulation.Options(assets, assets * (1 + random.nextInt(12)), fail, random.nextLong());
            Simulation.Report report = Simulation.run(options);
            assertThat(report.violation()).as("%s", options).isEqualTo(Optional.empty());
            assertThat(report.exit()).isEqualTo(ExitCode.OK);
            assertThat(report.slices()).isGreaterThanOrEqualTo(options.partitions());
        });
    }

    /** As many windows as it takes for the clocks to be changed among them. */
    @Test
    void nothingIsLostOrDoubledWhenTheClocksAreChanged() {
        Property.forAll(25, random -> {
            int assets = 2 + random.nextInt(10);
            Simulation.Options options =
                    new Simulation.Options(assets, assets * (80 + random.nextInt(40)), 0.1, random.nextLong());
            assertThat(Simulation.run(options).violation()).as("%s", options).isEqualTo(Optional.empty());
        });
    }

    /** An invariant that nothing puts to the test holds whatever is broken. */
    @Test
    void everyInvariantIsLookedAt() {
        assertThat(Simulation.run(new Simulation.Options(60, 900, 0.1, 7)).looked())
                .containsOnlyKeys(Invariant.values())
                .allSatisfy((invariant, times) -> assertThat(times).isPositive());
    }

    @Test
    void equalSeedsAreEqualSimulations() {
        Simulation.Options options = new Simulation.Options(60, 900, 0.1, 7);
        Simulation.Report one = Simulation.run(options);
        Simulation.Report other = Simulation.run(options);
        assertThat(one.makespan()).isEqualTo(other.makespan()).isGreaterThan(Duration.ofMinutes(10));
        assertThat(one.steps()).isEqualTo(other.steps());
        assertThat(one.slices()).isEqualTo(other.slices());
    }

    @Test
    void thereAreExactlySoManyAssetsAndPartitions() {
        Property.forAll(100, random -> {
            int assets = 1 + random.nextInt(300);
            int partitions = assets + random.nextInt(20 * assets);
            SimulatedProject project = new SimulatedProject(RandomGraph.of(random, assets, partitions));
            assertThat(project.nodes()).hasSize(assets);
            assertThat(project.nodes().stream()
                            .mapToInt(node -> node.keys().size())
                            .sum())
                    .isEqualTo(partitions);
        });
    }

    @Test
    void impossibleProjectsAreRefused() {
        assertThatThrownBy(() -> new Simulation.Options(0, 10, 0, 1)).isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> new Simulation.Options(10, 9, 0, 1)).hasMessageContaining("10 assets");
        assertThatThrownBy(() -> new Simulation.Options(10, 10, 1, 1)).hasMessageContaining("probability 1");
        assertThatThrownBy(() -> new Simulation.Options(10, 10, Double.NaN, 1)).isInstanceOf(IngotException.class);
    }
}
