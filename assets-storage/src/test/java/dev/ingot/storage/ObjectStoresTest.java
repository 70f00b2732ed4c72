package dev.ingot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.remote.RemoteObjectStore;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectStoresTest {
    private static final Map<String, String> S3 = Map.of(
            "storage.kind", "s3",
            "storage.endpoint", "http://127.0.0.1:1",
            "storage.access-key", "someone",
            "storage.secret-key", "canary-secret");

    @Test
    void nothingStatedIsTheLocalDisk() {
        assertThat(store(Map.of())).isInstanceOf(LocalObjectStore.class);
    }

    @Test
    void s3AndAzureAreMadeWithoutAskingAnybody() {
        assertThat(store(S3)).isInstanceOf(RemoteObjectStore.class);
        assertThat(store(Map.of("storage.kind", "azure", "storage.endpoint", "https://account.blob.core.windows.net")))
                .isInstanceOf(RemoteObjectStore.class);
    }

    @Test
    void whatAKindNeedsIsAskedFor() {
        assertThatThrownBy(() -> store(Map.of("storage.kind", "s3")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("storage.endpoint")
                .hasMessageContaining("storage.kind is s3");
        assertThatThrownBy(() -> store(Map.of("storage.kind", "azure"))).hasMessageContaining("storage.endpoint");
        assertThatThrownBy(() -> store(Map.of("storage.kind", "tape")))
                .hasMessageContaining("it is not local, s3 or azure");
    }

    @Test
    void defaultsAreWhatTheGuideSays() {
        assertThat(StorageSettings.all().stream().map(Setting::name))
                .containsExactly(
                        "storage.kind",
                        "storage.bucket",
                        "storage.create",
                        "storage.shared",
                        "storage.endpoint",
                        "storage.region",
                        "storage.access-key",
                        "storage.secret-key",
                        "storage.session-token",
                        "storage.connection-string",
                        "storage.retries",
                        "storage.timeout");
        assertThat(StorageSettings.all().stream().map(Setting::defaultText))
                .containsExactly("local", "ingot", "true", "true", "", "us-east-1", "", "", "", "", "6", "60");
        assertThat(StorageSettings.SECRET_KEY.shown("canary-secret")).isEqualTo("***");
    }

    @Test
    void theModuleBindsTheStoreOfTheSettings() {
        ObjectStore store = Guice.createInjector(new StorageModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(Settings.class).toInstance(Settings.of(Path.of("nowhere"), S3));
                    }
                })
                .getInstance(ObjectStore.class);
        assertThat(store).isInstanceOf(RemoteObjectStore.class);
    }

    private static ObjectStore store(Map<String, String> texts) {
        return ObjectStores.of(Settings.of(Path.of("nowhere"), texts));
    }
}
