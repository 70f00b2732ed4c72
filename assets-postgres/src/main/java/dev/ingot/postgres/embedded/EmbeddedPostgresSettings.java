package dev.ingot.postgres.embedded;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Where the embedded server keeps its state, and where it listens.
 *
 * @param home Ingot's state folder; the server uses {@code postgres} below it
 * @param port the port on the loopback interface; a free one is chosen, and remembered, if absent
 */
public record EmbeddedPostgresSettings(Path home, OptionalInt port) {
    /** The settings with a port of the server's own choice. */
    public static EmbeddedPostgresSettings in(Path home) {
        return new EmbeddedPostgresSettings(home, OptionalInt.empty());
    }
}
