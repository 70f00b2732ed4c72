package dev.ingot.dataset.fetch;

import dev.ingot.dataset.fetch.FetchException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's bytes amount to, in lower-case hexadecimal digits.
 *
 * @param md5 which publishers state
 * @param sha256 which nobody can counterfeit
 */
public record Checksums(String md5, String sha256) {
    private static final Pattern MD5 = Pattern.compile("(?<![0-9a-fA-F])[0-9a-fA-F]{32}(?![0-9a-fA-F])");

    /** Of a file on this disk. */
    public static Checksums of(Path file) throws IOException {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        try (InputStream content =
                new DigestInputStream(new DigestInputStream(Files.newInputStream(file), md5), sha256)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return new Checksums(
                HexFormat.of().formatHex(md5.digest()), HexFormat.of().formatHex(sha256.digest()));
    }

    /**
     * The MD5 that a publisher states in a small file, as {@code md5sum} or {@code md5} print it; empty when there is none.
     *
     * @throws FetchException when nobody answers
     */
    public static Optional<String> published(URI source, Duration patience) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
        HttpRequest request = HttpRequest.newBuilder(source)
                .timeout(patience)
                .header("User-Agent", "ingot")
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != HttpStatus.OK && !HttpStatus.isNotThere(answer.statusCode())) {
                throw new FetchException(
                        Kind.UNREACHABLE, "the server answers " + answer.statusCode() + " for " + source, null);
            }
            Matcher sum = MD5.matcher(answer.statusCode() == HttpStatus.OK ? answer.body() : "");
            return sum.find() ? Optional.of(sum.group().toLowerCase(Locale.ROOT)) : Optional.empty();
        } catch (IOException e) {
            throw new FetchException(Kind.UNREACHABLE, e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(Kind.UNREACHABLE, "interrupted", e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
