package dev.ingot.cli.settings.secret;

import dev.ingot.core.config.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets in files, without the line end that editors leave: {@code ${file:/run/secrets/x}}. */
public final class FileSecrets implements SecretSource {
    private static final long MOST_BYTES = 64 * 1024;

    private final Path project;

    /** @param project what relative paths start from */
    public FileSecrets(Path project) {
        this.project = project;
    }

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public Optional<String> find(String name) {
        Path file = project.resolve(name);
        if (name.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("the file has more than " + MOST_BYTES + " bytes");
            }
            return Optional.of(Files.readString(file).stripTrailing()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public String remedy(String name) {
        return "write the secret to " + project.resolve(name) + ", readable by you alone";
    }
}
