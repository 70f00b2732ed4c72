package dev.ingot.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs of one PostgreSQL version, unpacked from the class path.
 *
 * @param version such as {@code 18.6.0}
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(String version, Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    /**
     * The binaries of this build's version, unpacked if they are not yet; safe while others do the same. What a command left that was
     * killed meanwhile is removed: who unpacks is behind the {@link Door}, so nobody does any more.
     */
    static Binaries unpackedIn(StateFolder state) {
        String version = versionOfBuild();
        Path folder = state.binaries().resolve(version);
        if (!Files.isDirectory(folder) || !state.abandonedBinaries().isEmpty()) {
            Door.behind(state, () -> {
                state.abandonedBinaries().forEach(Binaries::remove);
                if (!Files.isDirectory(folder)) {
                    unpack(Platform.current(), folder);
                }
                return folder;
            });
        }
        return new Binaries(version, folder);
    }

    /** It costs room, and nothing else. */
    private static void remove(Path abandoned) {
        try {
            Trees.delete(abandoned);
        } catch (IOException | UncheckedIOException left) {
            LOG.debug("{} cannot be deleted", abandoned, left);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The part of the version that data folders depend on, such as {@code 18}. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    private static String versionOfBuild() {
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            if (in == null) {
                throw new IllegalStateException("binaries.properties is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException failure) {
            throw new IllegalStateException("binaries.properties cannot be read", failure);
        }
    }

    private static void unpack(Platform platform, Path folder) {
        try (InputStream archive = Binaries.class.getResourceAsStream("/" + platform.archive())) {
            if (archive == null) {
                throw ServerFailures.noBinaries(platform);
            }
            Files.createDirectories(folder.getParent());
            Path fresh = Files.createTempDirectory(folder.getParent(), StateFolder.UNPACKING);
            try {
                TarXz.unpack(new BufferedInputStream(archive), fresh);
                Trees.moveUnlessThere(fresh, folder);
            } finally {
                Trees.delete(fresh);
            }
        } catch (IOException failure) {
            throw ServerFailures.folder(folder, failure);
        }
    }
}
