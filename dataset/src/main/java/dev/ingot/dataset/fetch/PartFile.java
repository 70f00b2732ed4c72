package dev.ingot.dataset.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What has come of a file so far, and of which content of the server's it is the beginning. The two lie beside each other on the
 * disk; the second is written first, so that whatever a killed process leaves can be gone on with.
 */
final class PartFile {
    private final Path part;
    private final Path notes;

    PartFile(Path file) {
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.notes = file.resolveSibling(file.getFileName() + ".part.properties");
    }

    Path path() {
        return part;
    }

    Path folder() {
        return Objects.requireNonNull(part.toAbsolutePath().getParent());
    }

    long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /** How the rest can be asked for: what the server calls this content. Empty when nothing has come that can be gone on with. */
    Optional<String> validator(URI source) throws IOException {
        Properties noted = noted();
        if (size() == 0 || !source.toString().equals(noted.getProperty("source"))) {
            return Optional.empty();
        }
        // A weak tag says that the content means the same, not that its bytes are the same.
        return Optional.ofNullable(noted.getProperty("etag"))
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> Optional.ofNullable(noted.getProperty("modified")));
    }

    /** How long the whole is, if the server has said it. */
    Optional<Long> expected() throws IOException {
        return Optional.ofNullable(noted().getProperty("length")).map(Long::valueOf);
    }

    boolean isComplete() throws IOException {
        Optional<Long> expected = expected();
        return expected.isEmpty() || expected.get() == size();
    }

    /** Whether these are not the headers of the content that has come in part. */
    boolean contradicts(HttpHeaders headers) throws IOException {
        String tag = noted().getProperty("etag");
        return tag != null
                && headers.firstValue("ETag")
                        .filter(other -> !other.equals(tag))
                        .isPresent();
    }

    /** Forgets what has come, and notes what comes now. */
    void begin(URI source, HttpHeaders headers) throws IOException {
        forget();
        Properties noted = new Properties();
        noted.setProperty("source", source.toString());
        headers.firstValue("ETag").ifPresent(tag -> noted.setProperty("etag", tag));
        headers.firstValue("Last-Modified").ifPresent(when -> noted.setProperty("modified", when));
        headers.firstValue("Content-Length").ifPresent(length -> noted.setProperty("length", length));
        Path fresh = notes.resolveSibling(notes.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            noted.store(out, null);
        }
        Files.move(fresh, notes, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forget() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(notes);
    }

    private Properties noted() throws IOException {
        Properties noted = new Properties();
        if (Files.exists(notes)) {
            try (InputStream in = Files.newInputStream(notes)) {
                noted.load(in);
            }
        }
        return noted;
    }
}
