package dev.ingot.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does about a server that refuses to run as root. */
class ServerUserTest {
    private static final int NOBODY = 65534;

    @TempDir
    Path home;

    @BeforeEach
    void reachableByEverybody() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root must and can run the server as somebody else");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void rootRunsItInUserNamespace() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home))) {
            assertThat(postgres.connection()).isNotNull();
            assertThat(ownerOfServer()).isZero();
        }
    }

    @Test
    void rootRunsItAsNobodyWhereThereAreNoUserNamespaces(@TempDir Path programs) throws Exception {
        Path unshare = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Holder holder = Holder.start(home, "env", "PATH=" + programs + ":" + System.getenv("PATH"))) {
            holder.awaitUrl();
            assertThat(ownerOfServer()).isEqualTo(NOBODY);
        }
        assertThat(Homes.server(home)).isEmpty();
        ownedByNobodyFromNowOn();
    }

    private void ownedByNobodyFromNowOn() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(home))) {
            assertThat(postgres.connection()).isNotNull();
            assertThat(ownerOfServer())
                    .as("the data's owner, also where namespaces work")
                    .isEqualTo(NOBODY);
        }
        assertThat(Homes.server(home)).isEmpty();
    }

    @Test
    void prefixesCommands() {
        assertThat(new ServerUser.Other(7, 8).command(List.of("postgres")))
                .containsExactly("setpriv", "--reuid=7", "--regid=8", "--clear-groups", "postgres");
        assertThat(new ServerUser.Ourselves().command(List.of("postgres"))).containsExactly("postgres");
    }

    private int ownerOfServer() throws IOException {
        long pid = Homes.server(home).orElseThrow().pid();
        return (int) Files.getAttribute(Path.of("/proc/" + pid), "unix:uid");
    }
}
