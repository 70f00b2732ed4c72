package dev.ingot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.config.Settings;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.MemoryObjectStore;
import dev.ingot.core.storage.MountedStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MountedStoresTest {
    private static final String CANARY = "canary-5d1e";

    @Test
    void aFolderOfThisDiskNeedsNothing() {
        MountedStore mounted = mounted(Map.of());
        assertThat(mounted.root()).isEqualTo("file:/project");
        assertThat(mounted.isDisk()).isTrue();
        assertThat(mounted.shared()).isFalse();
        assertThat(mounted.properties()).isEmpty();
    }

    @Test
    void s3aGetsTheEndpointAndCreatesOnlyWhatIsNotThere() {
        MountedStore mounted = mounted(s3());
        assertThat(mounted.root()).isEqualTo("s3a://movies");
        assertThat(mounted.shared()).isTrue();
        assertThat(mounted.properties())
                .containsEntry("fs.s3a.endpoint", "http://127.0.0.1:9")
                .containsEntry("fs.s3a.connection.ssl.enabled", "false")
                .containsEntry("fs.s3a.create.conditional.enabled", "true")
                .containsEntry("fs.s3a.attempts.maximum", "7");
    }

    @Test
    void secretsAreNoPropertiesAndPrintNowhere() {
        MountedStore mounted = mounted(s3());
        assertThat(mounted.secrets().get())
                .containsEntry("fs.s3a.access.key", "me")
                .containsEntry("fs.s3a.secret.key", CANARY);
        assertThat(mounted.properties().toString() + mounted).doesNotContain(CANARY);
        MountedStore azure = mounted(azure("AccountName=movies;AccountKey=" + CANARY));
        assertThat(azure.secrets().get()).containsValue(CANARY);
        assertThat(azure.properties().toString() + azure).doesNotContain(CANARY);
    }

    @Test
    void temporaryCredentialsHaveTheirOwnProvider() {
        Map<String, String> settings = s3();
        settings.put("storage.session-token", CANARY);
        MountedStore mounted = mounted(settings);
        assertThat(mounted.properties().get("fs.s3a.aws.credentials.provider"))
                .endsWith(".TemporaryAWSCredentialsProvider");
        assertThat(mounted.secrets().get()).containsEntry("fs.s3a.session.token", CANARY);
    }

    @Test
    void withoutAKeyS3aAsksWhereTheStoreAsks() {
        Map<String, String> settings = s3();
        settings.put("storage.access-key", "");
        MountedStore mounted = mounted(settings);
        assertThat(mounted.properties().get("fs.s3a.aws.credentials.provider"))
                .contains("EnvironmentVariableCredentialsProvider", "ProfileCredentialsProvider");
        assertThat(mounted.secrets().get()).isEmpty();
    }

    @Test
    void anAccountOfAzureIsReachedByItsDataLakeHostOverTls() {
        MountedStore mounted = mounted(azure("AccountName=movies;AccountKey=" + CANARY));
        assertThat(mounted.root()).isEqualTo("abfss://movies@movies.dfs.core.windows.net");
        assertThat(mounted.secrets().get()).containsOnlyKeys("fs.azure.account.key.movies.dfs.core.windows.net");
        assertThat(mounted.properties())
                .containsEntry("fs.azure.account.auth.type", "SharedKey")
                .doesNotContainKey("fs.azure.abfs.endpoint");
    }

    @Test
    void anIdentityNeedsNoKey() {
        Map<String, String> settings = azure("");
        settings.put("storage.endpoint", "https://movies.blob.core.windows.net");
        MountedStore mounted = mounted(settings);
        assertThat(mounted.root()).isEqualTo("abfss://movies@movies.dfs.core.windows.net");
        assertThat(mounted.properties())
                .containsEntry("fs.azure.account.auth.type", "Custom")
                .containsEntry("fs.azure.account.oauth.provider.type", "dev.ingot.storage.azure.IdentityTokens");
        assertThat(mounted.secrets().get()).isEmpty();
    }

    @Test
    void aConnectionStringWithoutAKeyIsRefused() {
        Map<String, String> settings = azure("AccountName=movies;SharedAccessSignature=" + CANARY);
        assertThatThrownBy(() -> mounted(settings))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("no AccountKey")
                .hasMessageNotContaining(CANARY);
    }

    private static Map<String, String> s3() {
        return new HashMap<>(Map.of(
                "storage.kind", "s3",
                "storage.bucket", "movies",
                "storage.endpoint", "http://127.0.0.1:9",
                "storage.access-key", "me",
                "storage.secret-key", CANARY));
    }

    private static Map<String, String> azure(String connection) {
        return new HashMap<>(
                Map.of("storage.kind", "azure", "storage.bucket", "movies", "storage.connection-string", connection));
    }

    private static MountedStore mounted(Map<String, String> texts) {
        Settings settings = Settings.of(Path.of("/project"), texts);
        return ObjectStores.mounted(settings, new MemoryObjectStore(Clock.systemUTC()));
    }
}
