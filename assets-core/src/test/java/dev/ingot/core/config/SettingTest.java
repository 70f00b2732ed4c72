package dev.ingot.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingTest {
    private static final Setting<Secret> CODE = Setting.secret("gate.code", "What opens the gate.");
    private static final Setting<String> URL = Setting.text("gate.url", "", "Where the gate is.");

    @Test
    void aStandardProfileMayHaveAnotherDefault() {
        Setting<String> url = URL.in(StandardProfile.LOCAL, "http://127.0.0.1").in(StandardProfile.AZURE, "https://a");

        assertThat(url.defaultText()).isEmpty();
        assertThat(url.defaults().byProfile())
                .isEqualTo(Map.of(StandardProfile.LOCAL, "http://127.0.0.1", StandardProfile.AZURE, "https://a"));
    }

    @Test
    void aSecretShowsItsReferenceButNothingElse() {
        assertThat(CODE.shown("open sesame")).isEqualTo("***");
        assertThat(CODE.shown("${env:CODE}")).isEqualTo("${env:CODE}");
        assertThat(CODE.shown("sesame-${env:CODE}")).isEqualTo("***");
        assertThat(CODE.shown("")).isEmpty();
    }

    @Test
    void aPasswordInsideAnotherTextIsHidden() {
        assertThat(URL.shown("jdbc:postgresql://h/db?user=u&password=canary&ssl=true"))
                .isEqualTo("jdbc:postgresql://h/db?user=u&password=***&ssl=true");
        assertThat(URL.shown("https://u:canary@h/")).isEqualTo("https://u:***@h/");
        assertThat(URL.shown("spark.hadoop.fs.s3a.secret.key=canary; spark.ui.enabled=false"))
                .isEqualTo("spark.hadoop.fs.s3a.secret.key=***; spark.ui.enabled=false");
        assertThat(URL.shown("https://a.blob/c?sv=1&sig=canary")).isEqualTo("https://a.blob/c?sv=1&sig=***");
        assertThat(URL.shown("spark://host:7077")).isEqualTo("spark://host:7077");
    }

    @Test
    void whatIsShownToPeopleCannotBeAReference() {
        assertThatThrownBy(() -> URL.parse("${env:URL}"))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("only a secret may be a reference");
    }
}
