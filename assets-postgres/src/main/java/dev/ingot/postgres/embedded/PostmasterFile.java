package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says about itself in {@code postmaster.pid}: process, port, status. The file outlives a server
 * that was killed.
 */
record PostmasterFile(Path path, long pid, int port, String status) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    // No process has this id: above any limit of Linux and macOS.
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    /** The file of the data folder, if there is a readable one. */
    static Optional<PostmasterFile> in(Path data) {
        Path path = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(path);
            long pid = Long.parseLong(line(lines, 0));
            int port = Integer.parseInt(line(lines, PORT_LINE));
            return Optional.of(new PostmasterFile(path, pid, port, line(lines, STATUS_LINE)));
        } catch (NoSuchFileException | NumberFormatException absentOrHalfWritten) {
            return Optional.empty();
        } catch (IOException failure) {
            throw ServerFailures.folder(path, failure);
        }
    }

    boolean ready() {
        return status.equals("ready");
    }

    /**
     * Whether the process is alive and the server of this folder, not a stranger that has got the same id since, nor
     * a dead one that nobody has buried.
     */
    boolean alive() {
        Path process = Path.of("/proc/" + pid);
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return runsPostgres();
        }
        try {
            return Files.isSameFile(process.resolve("cwd").toRealPath(), path.getParent());
        } catch (AccessDeniedException anotherUsers) {
            return commandNamesFolder(process.resolve("cmdline"));
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean commandNamesFolder(Path commandLine) {
        try {
            return Files.readString(commandLine).contains("-D\0" + path.getParent() + "\0");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Where the system does not show a process's folder, the program's name must do. */
    private boolean runsPostgres() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    /**
     * Says that no process owns the folder. The server would refuse to start as long as a stranger has the id.
     * The rest of the file must stay: by it a new server finds out whether children of the dead one are still at work.
     */
    void disown() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(path));
            lines.set(0, NOBODY);
            Files.write(path, lines);
        } catch (IOException failure) {
            throw ServerFailures.folder(path, failure);
        }
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number).strip() : "";
    }
}
