package dev.ingot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this Ingot, as the build wrote it down. */
public final class IngotVersion {
    private IngotVersion() {}

    public static String text() {
        Properties properties = new Properties();
        try (InputStream file = IngotVersion.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
