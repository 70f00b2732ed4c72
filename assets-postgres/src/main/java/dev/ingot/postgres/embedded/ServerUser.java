package dev.ingot.postgres.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** As whom the server's programs run: PostgreSQL refuses to run as root. */
sealed interface ServerUser {
    /** The command that runs the program as that user. */
    List<String> command(List<String> program);

    /** Makes the tree the user's, if it is not. */
    void own(Path tree) throws IOException;

    /**
     * Whoever runs us, unless that is root. For root: the owner of the data folder, if that is somebody else; else
     * root itself in a user namespace, where it has no power and the server does not recognise it; else nobody.
     */
    static ServerUser choose(StateFolder folder, Binaries binaries) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Ourselves();
        }
        if (Files.isDirectory(folder.data()) && attribute(folder.data(), "uid") != 0) {
            return new Other(attribute(folder.data(), "uid"), attribute(folder.data(), "gid"));
        }
        ServerUser namespace = new Namespace();
        if (Program.works(folder.root(), namespace.command(List.of("true")))) {
            return namespace;
        }
        return nobody(folder, binaries);
    }

    private static ServerUser nobody(StateFolder folder, Binaries binaries) throws IOException {
        ServerUser nobody = new Other(id(folder, "-u"), id(folder, "-g"));
        nobody.own(folder.root());
        String server = binaries.program("postgres").toString();
        if (!Program.works(folder.root(), nobody.command(List.of(server, "--version")))) {
            throw ServerFailures.root(folder);
        }
        return nobody;
    }

    private static int id(StateFolder folder, String which) throws IOException {
        Program.Outcome outcome =
                Program.run(folder.root(), Duration.ofSeconds(10), List.of("id", which, "nobody"), "");
        if (!outcome.ok()) {
            throw ServerFailures.root(folder);
        }
        return Integer.parseInt(outcome.output());
    }

    private static int attribute(Path path, String name) throws IOException {
        return (int) Files.getAttribute(path, "unix:" + name);
    }

    /** Nothing to change. */
    record Ourselves() implements ServerUser {
        @Override
        public List<String> command(List<String> program) {
            return program;
        }

        @Override
        public void own(Path tree) {}
    }

    /** The same owner of files, but without root's name and rights. */
    record Namespace() implements ServerUser {
        @Override
        public List<String> command(List<String> program) {
            return prefixed(List.of("unshare", "--user"), program);
        }

        @Override
        public void own(Path tree) {}
    }

    /** Another user, to whom the folder must belong. */
    record Other(int uid, int gid) implements ServerUser {
        @Override
        public List<String> command(List<String> program) {
            return prefixed(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), program);
        }

        @Override
        public void own(Path tree) throws IOException {
            if (attribute(tree, "uid") != uid) {
                Trees.own(tree, uid, gid);
            }
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }
}
