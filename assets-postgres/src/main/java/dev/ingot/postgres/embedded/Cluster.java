package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder: made whole or not at all, and never opened by another major version. */
final class Cluster {
    /** The role that owns everything, and the database that it owns. */
    static final String NAME = "ingot";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final StateFolder folder;
    private final Binaries binaries;
    private final ServerUser user;

    Cluster(StateFolder folder, Binaries binaries, ServerUser user) {
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
    }

    void ensure() throws IOException {
        sweep();
        if (!Files.isDirectory(folder.data())) {
            create();
        }
        String major = Files.readString(folder.data().resolve("PG_VERSION")).strip();
        if (!major.equals(binaries.major())) {
            throw ServerFailures.otherVersion(folder.data(), major, binaries.major());
        }
    }

    /** Whoever is still writing there has lost its command, and will have ended when the next one comes by. */
    private void sweep() throws IOException {
        for (Path abandoned : folder.abandonedData()) {
            try {
                Trees.delete(abandoned);
            } catch (IOException | UncheckedIOException stillWritten) {
                LOG.debug("{} cannot be deleted yet", abandoned, stillWritten);
            }
        }
    }

    private void create() throws IOException {
        PasswordFile.ensure(folder.password());
        user.own(folder.password());
        Path unfinished = folder.unfinishedData();
        run(initialise(unfinished), "");
        String created = run(singleUser(unfinished), "CREATE DATABASE " + NAME + ";\n");
        if (created.contains("ERROR:")) {
            throw ServerFailures.initialisation(folder.data(), created);
        }
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initialise(Path unfinished) {
        List<String> command = new ArrayList<>();
        command.add(binaries.program("initdb").toString());
        command.addAll(List.of("--pgdata", unfinished.toString()));
        command.addAll(List.of("--username", NAME, "--pwfile", folder.password().toString()));
        command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions"));
        // The same order of text on every machine, whatever its locale.
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
        return command;
    }

    private List<String> singleUser(Path unfinished) {
        return List.of(
                binaries.program("postgres").toString(), "--single", "-j", "-D", unfinished.toString(), "postgres");
    }

    private String run(List<String> command, String input) throws IOException {
        Program.Outcome outcome = Program.run(folder.root(), LIMIT, user.command(command), input);
        if (!outcome.ok()) {
            throw ServerFailures.initialisation(folder.data(), outcome.output());
        }
        return outcome.output();
    }
}
