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
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.history.Difference;
import dev.ingot.core.history.Restoration;
import dev.ingot.core.ledger.Materialization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerCommandTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private final Shelf shelf = new Shelf();
    private Terminal terminal;

    /** Remembers what it is told to. */
    private static final class Shelf extends AbstractModule implements AssetHistory {
        private final Map<Object, List<Materialization>> kept = new HashMap<>();

        @Override
        protected void configure() {
            Multibinder.newSetBinder(binder(), AssetHistory.class).addBinding().toInstance(this);
        }

        @Override
        public boolean remembers(Asset asset) {
            return true;
        }

        @Override
        public List<Materialization> commits(Asset asset) {
            return kept.getOrDefault(asset.key(), List.of());
        }

        @Override
        public List<Difference> losses(Asset asset, List<Materialization> commits) {
            return List.of();
        }

        @Override
        public void check(Asset asset, Restoration restoration) {}

        @Override
        public Materialization restore(StepContext context, Restoration restoration) {
            return new Materialization(
                    context.step(),
                    context.asset().key(),
                    9,
                    restoration.codeVersion(),
                    context.inputs().at(),
                    restoration.slices(),
                    restoration.removed());
        }
    }

    @BeforeEach
    void pickApples() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard, shelf);
        terminal.types("materialize", "bronze");
        List<Materialization> made = new ArrayList<>(orchard.ledger().history(Orchard.APPLES, 10));
        Collections.reverse(made);
        shelf.kept.put(Orchard.APPLES, made);
    }

    @Test
    void aLedgerThatIsRightIsSaidToBe() {
        Answer answer = terminal.types("ledger", "verify");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).isEqualTo("The ledger and the tables say the same.\n");
        assertThat(terminal.types("ledger", "verify", "-o", "json").out()).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void aDifferenceIsALineAndSetRight() throws Exception {
        orchard.ledger().replace(() -> Map.of(Orchard.APPLES, List.of()));

        Answer answer = terminal.types("ledger", "verify");
        assertThat(answer.status()).isOne();
        assertThat(answer.out())
                .matches("bronze/orchard/apples: step \\S+ committed version 1, which the ledger does not know;"
                        + " do: ingot ledger rebuild\n");
        JsonNode told = new ObjectMapper()
                .readTree(terminal.types("ledger", "verify", "-o", "json").out());
        assertThat(told.get(0).get("todo").asText()).isEqualTo("ingot ledger rebuild");

        assertThat(terminal.types("ledger", "rebuild").out()).isEqualTo("Restored 1 materialization of 1 asset.\n");
        assertThat(terminal.types("ledger", "verify").status()).isZero();
    }

    @Test
    void anAssetBecomesWhatItWas() throws Exception {
        terminal.types("materialize", "bronze", "--force");
        List<Materialization> made = new ArrayList<>(orchard.ledger().history(Orchard.APPLES, 10));
        Collections.reverse(made);
        shelf.kept.put(Orchard.APPLES, made);
        String key = Orchard.APPLES.toString();

        Answer plan = terminal.types("rollback", key, "--to-version", "1", "--plan");
        assertThat(plan.status()).isZero();
        assertThat(plan.out()).contains(key, "back to version 1");
        assertThat(orchard.ledger().history(Orchard.APPLES, 10)).hasSize(2);

        String first = made.get(0).run().text();
        JsonNode done = new ObjectMapper()
                .readTree(terminal.types("rollback", key, "--to-run", first, "-o", "json")
                        .out());
        assertThat(done.get("status").asText()).isEqualTo("succeeded");
        Materialization now = orchard.ledger().history(Orchard.APPLES, 1).get(0);
        assertThat(now.slices()).isEqualTo(made.get(0).slices());
        assertThat(terminal.types("runs", "show", "last").out()).contains("rollback");
    }

    @Test
    void whatNeverWasIsRefused() {
        String key = Orchard.APPLES.toString();
        assertThat(terminal.types("rollback", key, "--to-version", "7").status())
                .isEqualTo(2);
        assertThat(terminal.types("rollback", key, "--to-version", "1").out())
                .isEqualTo(key + " is what it was: nothing to do.\n");
        assertThat(terminal.types("rollback", key).status()).isEqualTo(2);
    }
}
