package dev.ingot.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever dies, and whenever: the next command finds its data, and the last one leaves nothing running. */
class EmbeddedPostgresCrashTest {
    @TempDir
    static Path home;

    @BeforeAll
    static void unpack() {
        open(home).close();
    }

    @Test
    void recoversKilledServer() throws Exception {
        try (EmbeddedPostgres before = open(home)) {
            Homes.sql(before, "CREATE TABLE survivor AS SELECT 1 AS one");
            killServer(server(home).pid());
            try (EmbeddedPostgres after = open(home)) {
                assertThat(Homes.sql(after, "SELECT one FROM survivor")).isEqualTo("1");
                assertThat(after.connection().url())
                        .isEqualTo(before.connection().url());
            }
            assertThat(Homes.server(home)).as("the first still holds it").isPresent();
        }
        assertThat(Homes.server(home)).isEmpty();
    }

    @Test
    void adoptsTheServerOfKilledCommand() throws Exception {
        Holder holder = Holder.start(home);
        String url = holder.awaitUrl();
        holder.kill();
        long pid = server(home).pid();
        try (EmbeddedPostgres heir = open(home)) {
            assertThat(heir.connection().url()).isEqualTo(url);
            assertThat(server(home).pid()).isEqualTo(pid);
        }
        assertThat(Homes.server(home)).isEmpty();
    }

    @Test
    void recoversWhenBothWereKilled() throws Exception {
        Holder holder = Holder.start(home);
        holder.awaitUrl();
        holder.kill();
        killServer(server(home).pid());
        try (EmbeddedPostgres heir = open(home)) {
            assertThat(Homes.sql(heir, "SELECT 1")).isEqualTo("1");
        }
        assertThat(Homes.server(home)).isEmpty();
    }

    @Test
    void startsWhileTheProgramsOfKilledCommandStillMakeTheDatabase(@TempDir Path fresh) throws Exception {
        try (Holder killed = Holder.start(fresh)) {
            await(() -> abandoned(fresh).stream().anyMatch(data -> Files.exists(data.resolve("base"))));
            killed.kill();
        }
        assertThat(abandoned(fresh)).hasSize(1);
        try (EmbeddedPostgres heir = open(fresh)) {
            assertThat(Homes.sql(heir, "SELECT 1")).isEqualTo("1");
        }
        await(() -> {
            open(fresh).close();
            return abandoned(fresh).isEmpty();
        });
    }

    private static List<Path> abandoned(Path home) throws IOException {
        Path root = home.resolve("postgres");
        return Files.isDirectory(root) ? new StateFolder(root).abandonedData() : List.of();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Test
    void isNotFooledByStrangerWithTheSameProcessId() throws Exception {
        try (EmbeddedPostgres before = open(home)) {
            assertThat(before.connection()).isNotNull();
            PostmasterFile file = server(home);
            killServer(file.pid());
            String text = Files.readString(file.path());
            long stranger = ProcessHandle.current().pid();
            Files.writeString(file.path(), text.replaceFirst("\\d+", String.valueOf(stranger)));
            try (EmbeddedPostgres after = open(home)) {
                assertThat(Homes.sql(after, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void survivesCtrlCInTheTerminal() throws Exception {
        try (Holder holder = Holder.start(home, "setsid")) {
            holder.awaitUrl();
            long pid = server(home).pid();
            kill("-INT", -holder.pid());
            holder.awaitEnd();
            assertThat(server(home).pid()).isEqualTo(pid);
        }
        open(home).close();
        assertThat(Homes.server(home)).isEmpty();
    }

    @Test
    void isStartedOnceByCommandsThatStartAtOnce(@TempDir Path fresh) throws Exception {
        try (Holder one = Holder.start(fresh);
                Holder two = Holder.start(fresh);
                Holder three = Holder.start(fresh)) {
            assertThat(List.of(one.awaitUrl(), two.awaitUrl(), three.awaitUrl()))
                    .allMatch(url -> url.contains(":" + server(fresh).port() + "/"));
            one.close();
            two.close();
            assertThat(Homes.server(fresh)).as("the third still holds it").isPresent();
        }
        assertThat(Homes.server(fresh)).isEmpty();
        try (var left = Files.list(fresh.resolve("postgres/bin"))) {
            assertThat(left).as("nothing but the version").hasSize(1);
        }
    }

    @Test
    void isNeverMissingWhileOthersComeAndGo() throws Exception {
        for (int round = 0; round < 5; round++) {
            try (Holder other = Holder.start(home)) {
                for (int turn = 0; turn < 3; turn++) {
                    try (EmbeddedPostgres postgres = open(home)) {
                        assertThat(Homes.sql(postgres, "SELECT 1")).isEqualTo("1");
                    }
                }
                other.awaitUrl();
            }
            assertThat(Homes.server(home)).isEmpty();
        }
    }

    private static EmbeddedPostgres open(Path home) {
        return EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home));
    }

    private static PostmasterFile server(Path home) {
        return Homes.server(home).orElseThrow();
    }

    private static void kill(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, "--", String.valueOf(pid)).start().waitFor();
    }

    /** Waits for its death: until then it counts as running. */
    private static void killServer(long pid) throws IOException, InterruptedException {
        kill("-KILL", pid);
        ProcessHandle.of(pid)
                .ifPresent(process ->
                        process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}
