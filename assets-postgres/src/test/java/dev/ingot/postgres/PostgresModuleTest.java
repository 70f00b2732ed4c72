package dev.ingot.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.MemoryObjectStore;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.spark.SparkModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestPostgres.class)
class PostgresModuleTest {
    @TempDir
    Path home;

    @Test
    void startsNothingForWhoDoesNotAsk() {
        Injector injector = injector(Map.of());
        assertThat(injector.getInstance(RunStore.class)).isNotNull();
        assertThat(injector.getInstance(Ledger.class)).isSameAs(injector.getInstance(Ledger.class));
        injector.getInstance(Database.class).close();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void usesTheServerThatTheSettingsName(ConnectionSettings server) {
        Injector injector = injector(Map.of(
                "postgres.url", server.url(),
                "postgres.user", server.user(),
                "postgres.password", server.password().value()));
        assertThat(injector.getInstance(RunStore.class).newest(1)).isEmpty();
        assertThat(injector.getInstance(Ledger.class).intents()).isEmpty();
        injector.getInstance(Database.class).close();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void namesItsSettings() {
        assertThat(PostgresSettings.ALL)
                .extracting(Setting::name, Setting::defaultText, Setting::secret)
                .map(Object::toString)
                .containsExactly(
                        "(\"postgres.url\", \"\", false)",
                        "(\"postgres.user\", \"ingot\", false)",
                        "(\"postgres.password\", \"\", true)",
                        "(\"postgres.port\", \"0\", false)",
                        "(\"lease.ttl\", \"30s\", false)",
                        "(\"pool.postgres\", \"4\", false)");
    }

    private Injector injector(Map<String, String> texts) {
        return Guice.createInjector(new PostgresModule(), new SparkModule(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Settings.class).toInstance(Settings.of(home, texts));
                bind(LandingZone.class)
                        .toInstance(new LandingZone(new MemoryObjectStore(Clock.systemUTC()), Clock.systemUTC()));
            }
        });
    }
}
