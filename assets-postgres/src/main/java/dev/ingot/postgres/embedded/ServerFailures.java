package dev.ingot.postgres.embedded;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that a user can get to know of the embedded server's failures. */
final class ServerFailures {
    private static final String EXTERNAL = "or give the connection settings of a PostgreSQL server of your own";

    private ServerFailures() {}

    static IngotException noBinaries(Platform platform) {
        return failure(Diagnostic.of(ErrorCode.UNSUPPORTED_PLATFORM, "There is no embedded PostgreSQL for " + platform)
                .because("this build has no " + platform.archive())
                .help("build Ingot on this machine (Linux or macOS, x64 or arm64)")
                .help(EXTERNAL));
    }

    static IngotException root(StateFolder folder) {
        return failure(Diagnostic.of(
                        ErrorCode.EMBEDDED_SERVER_FAILED, "The embedded PostgreSQL cannot be started by root here")
                .at(folder.root().toString())
                .because(
                        "PostgreSQL refuses to run as root; neither unshare --user nor setpriv to the user nobody works")
                .help("run Ingot as another user")
                .help("or put its state folder where the user nobody can reach it, for instance below /var/lib")
                .help(EXTERNAL));
    }

    static IngotException otherVersion(Path data, String found, String ours) {
        return failure(Diagnostic.of(
                        ErrorCode.EMBEDDED_SERVER_FAILED,
                        "The data folder belongs to PostgreSQL " + found + ", this Ingot brings " + ours)
                .at(data.toString())
                .help("use the Ingot that wrote it, and its pg_dump, to take the data along")
                .help("or move the folder away: a new one is created"));
    }

    static IngotException initialisation(Path data, String output) {
        return failure(Diagnostic.of(codeOf(output), "The database folder of the embedded PostgreSQL cannot be created")
                .at(data.toString())
                .because(output));
    }

    static IngotException start(StateFolder folder, String log, String output) {
        String why = log.isBlank() ? output : log;
        return failure(Diagnostic.of(codeOf(why), "The embedded PostgreSQL does not start")
                .at(folder.log().toString())
                .because(why));
    }

    static IngotException stop(StateFolder folder, String output) {
        return failure(Diagnostic.of(ErrorCode.EMBEDDED_SERVER_FAILED, "The embedded PostgreSQL does not stop")
                .at(folder.log().toString())
                .because(output));
    }

    static IngotException portInUse(int port) {
        return failure(Diagnostic.of(ErrorCode.PORT_IN_USE, "Port " + port + " is in use by another program")
                .at("127.0.0.1:" + port)
                .help("end that program, or choose another port for the embedded PostgreSQL")
                .help("or leave the port out: a free one is chosen"));
    }

    static IngotException busy(StateFolder folder) {
        return failure(Diagnostic.of(
                        ErrorCode.EMBEDDED_SERVER_FAILED,
                        "The embedded PostgreSQL neither starts nor stops for minutes")
                .at(folder.root().toString())
                .because("another command is at it, or the server hangs")
                .help("look for the process with: ps -ef | grep " + folder.root())
                .help("read its log: " + folder.log()));
    }

    static IngotException password(Path file, IOException failure) {
        return new IngotException(
                Diagnostic.of(
                                ErrorCode.EMBEDDED_SERVER_FAILED,
                                "The password of the embedded PostgreSQL cannot be read")
                        .at(file.toString())
                        .because(reason(failure))
                        .help("restore the file; its loss makes the data folder beside it unreadable"),
                failure);
    }

    /** A file or folder of the server cannot be read or written. */
    static IngotException folder(Path path, IOException failure) {
        String why = reason(failure);
        return new IngotException(
                Diagnostic.of(codeOf(why), "The folder of the embedded PostgreSQL cannot be used")
                        .at(path.toString())
                        .because(why)
                        .help(failure instanceof AccessDeniedException ? "run Ingot as the owner of the folder" : null),
                failure);
    }

    private static @Nullable String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "access denied" : failure.getMessage();
    }

    private static ErrorCode codeOf(@Nullable String why) {
        boolean full = why != null && why.toLowerCase(Locale.ROOT).contains("no space left");
        return full ? ErrorCode.DISK_FULL : ErrorCode.EMBEDDED_SERVER_FAILED;
    }

    private static IngotException failure(Diagnostic diagnostic) {
        return new IngotException(diagnostic);
    }
}
