package dev.ingot.dataset.sample;

import dev.ingot.dataset.MovieLensFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A CSV file (RFC 4180, UTF-8) being written; it knows its rows, bytes and SHA-256. */
final class CsvFile implements Closeable {
    private final MovieLensFile file;
    private final String lineEnd;
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final StringBuilder line = new StringBuilder(128);
    private long rows = -1;
    private long bytes;

    /** Creates the file in the folder, replacing one that is there, and writes its header. */
    CsvFile(Path folder, MovieLensFile file, String lineEnd) throws IOException {
        this.file = file;
        this.lineEnd = lineEnd;
        out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(file.fileName())), 1 << 16);
        line(file.header());
    }

    void row(String... fields) throws IOException {
        line.setLength(0);
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            appendQuoted(fields[i]);
        }
        writeLine();
    }

    /** Writes a line as it is, whatever it says. */
    void line(String text) throws IOException {
        line.setLength(0);
        line.append(text);
        writeLine();
    }

    /** What the manifest says of this file once all rows are written. */
    Manifest.FileSummary summary(long goodRows, Map<String, Long> defects) {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return new Manifest.FileSummary(file.fileName(), rows, bytes, sha256, goodRows, defects);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void appendQuoted(String field) {
        if (field.indexOf(',') < 0 && field.indexOf('"') < 0) {
            line.append(field);
        } else {
            line.append('"').append(field.replace("\"", "\"\"")).append('"');
        }
    }

    private void writeLine() throws IOException {
        byte[] encoded = line.append(lineEnd).toString().getBytes(StandardCharsets.UTF_8);
        digest.update(encoded);
        out.write(encoded);
        bytes += encoded.length;
        rows++;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
