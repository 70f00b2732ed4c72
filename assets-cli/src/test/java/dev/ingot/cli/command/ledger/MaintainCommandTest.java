package dev.ingot.cli.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.upkeep.Chore;
import dev.ingot.core.upkeep.Upkeep;
import dev.ingot.core.upkeep.UpkeepRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MaintainCommandTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private final Broom broom = new Broom();
    private Terminal terminal;

    /** Sweeps below each tree, once. */
    private static final class Broom extends AbstractModule implements Upkeep {
        private final List<AssetKey> swept = new ArrayList<>();

        @Override
        protected void configure() {
            Multibinder.newSetBinder(binder(), Upkeep.class).addBinding().toInstance(this);
        }

        @Override
        public List<Chore> chores(List<Asset> assets, UpkeepRules rules) {
            return assets.stream()
                    .filter(asset -> !swept.contains(asset.key()))
                    .map(asset -> new Chore(asset.key(), "sweep", () -> swept.add(asset.key())))
                    .toList();
        }
    }

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard, broom);
    }

    @Test
    void whatIsPlannedIsOnlyTold() {
        Answer answer = terminal.types("maintain", "--plan");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("3 steps to do:", "silver/orchard/sorted_apples  sweep");
        assertThat(broom.swept).isEmpty();
    }

    @Test
    void whatWasChosenIsDoneAndRecorded() throws Exception {
        JsonNode done = new ObjectMapper()
                .readTree(terminal.types("maintain", "bronze", "-o", "json").out());

        assertThat(done.get("status").asText()).isEqualTo("succeeded");
        assertThat(done.get("steps").findValuesAsText("what")).containsExactly("sweep");
        assertThat(broom.swept).hasSize(1);
        assertThat(terminal.types("runs", "show", "last").out()).contains("maintain", "bronze/orchard/apples");
        assertThat(terminal.types("maintain", "bronze").out()).isEqualTo("Everything is tidy: nothing to do.\n");
    }

    @Test
    void anAssetThatARunIsWritingToIsLeftToIt() {
        RunId id = RunId.create(Clock.systemUTC());
        Run writing =
                Run.begun(id, "materialize", "ann@host:1", Clock.systemUTC().instant());
        try (RunStore.RunSession session = orchard.runs().begin(writing, List.of())) {
            orchard.runs().leases().acquire(LeaseRequest.of(new StepId(id, 1), Orchard.APPLES, PartitionSet.whole()));
            Answer answer = terminal.types("maintain");

            assertThat(session.wish()).isEmpty();
            assertThat(answer.status()).isOne();
            assertThat(answer.err()).contains("bronze/orchard/apples: sweep: failed", id.text());
        }
        assertThat(broom.swept).hasSize(2);
        assertThat(terminal.types("maintain").status()).isZero();
        assertThat(broom.swept).hasSize(3);
    }

    @Test
    void aRetentionThatIsNoTimeIsRefused() {
        assertThat(terminal.types("maintain", "--set", "maintain.retention=soon")
                        .status())
                .isEqualTo(2);
    }
}
