package dev.ingot.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretsTest {
    private static final Setting<Secret> CODE = Setting.secret("gate.code", "What opens the gate.");

    private final Map<String, String> drawer = new HashMap<>(Map.of("gate", "open sesame"));
    private final Secrets secrets = new Secrets(() -> List.of(new Drawer()));

    /** Keeps secrets in a map. */
    private final class Drawer implements SecretSource {
        @Override
        public String scheme() {
            return "drawer";
        }

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(drawer.get(name));
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public String remedy(String name) {
            return "put it into the drawer: " + name;
        }
    }

    @Test
    void aSecretPrintsAsStars() {
        assertThat(secrets.secret("gate.code", "canary")).hasToString("***");
        assertThat(secrets.secret("gate.code", "${drawer:gate}")).hasToString("***");
    }

    @Test
    void aReferenceIsLookedUpEachTimeItIsAskedFor() {
        Secret code = CODE.parse("${drawer:gate}", secrets);
        assertThat(code.reveal()).isEqualTo("open sesame");

        drawer.put("gate", "$1 exchanged \\");
        assertThat(code.reveal()).isEqualTo("$1 exchanged \\");
    }

    @Test
    void aReferenceMayBeAPartOfASecret() {
        assertThat(CODE.parse("<${drawer:gate}|${drawer:gate}>", secrets).reveal())
                .isEqualTo("<open sesame|open sesame>");
        assertThat(CODE.parse("plain", secrets).reveal()).isEqualTo("plain");
        assertThat(CODE.parse("", secrets).isEmpty()).isTrue();
    }

    @Test
    void aReferenceToNothingIsOneDiagnosticThatSaysWhatToDo() {
        Secret code = CODE.parse("${drawer:gaet}", secrets);

        assertThatThrownBy(code::reveal)
                .isInstanceOfSatisfying(
                        IngotException.class,
                        e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.UNRESOLVED_SECRET))
                .hasMessageContainingAll(
                        "gate.code", "${drawer:gaet} refers to nothing", "put it into the drawer: gaet");
    }

    @Test
    void anUnknownPlaceIsSuggested() {
        assertThat(secrets.problems("gate.code", "${draver:gate}", source -> true))
                .singleElement()
                .satisfies(problem -> assertThat(problem.help()).contains("did you mean drawer?"));
    }

    @Test
    void onlyThePlacesThatMayBeAskedAreAsked() {
        assertThat(secrets.problems("gate.code", "${drawer:gaet} ${drawer:gate}", source -> true))
                .hasSize(1);
        assertThat(secrets.problems("gate.code", "${drawer:gaet}", source -> false))
                .isEmpty();
    }
}
