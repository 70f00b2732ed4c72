import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Fetches, verifies and unpacks a Maven distribution with nothing but the JDK:
 * {@code java MavenBootstrap.java VERSION SHA512 TARGET}. The target appears complete or not at all, so any number of
 * these may run at once.
 *
 * <p>Exit codes: 0 the target is there, 69 the distribution could not be fetched, 1 anything else.
 */
final class MavenBootstrap {

    private static final String GROUP = "org.apache.maven";
    private static final int CONNECT_MILLIS = 15_000;
    private static final int READ_MILLIS = 60_000;
    private static final int UNAVAILABLE = 69;

    private final String version;
    private final String sha512;
    private final Path target;

    private MavenBootstrap(String version, String sha512, Path target) {
        this.version = version;
        this.sha512 = sha512;
        this.target = target;
    }

    public static void main(String[] arguments) {
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        Authenticator.setDefault(new ProxyAuthenticator());
        try {
            new MavenBootstrap(arguments[0], arguments[1], Path.of(arguments[2]).toAbsolutePath()).provide();
        } catch (FetchException e) {
            System.err.println("mvnw: " + e.getMessage());
            System.exit(UNAVAILABLE);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("mvnw: Maven " + arguments[0] + " could not be installed: " + e.getMessage());
            System.exit(1);
        }
    }

    private void provide() throws IOException {
        Path parent = Files.createDirectories(target.getParent());
        Path work = Files.createTempDirectory(parent, ".unpacking-");
        // A hook and not a finally block, because it runs on Ctrl-C and after System.exit as well.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(work)));
        Path archive = work.resolve("maven.zip");
        fetch(URI.create(baseUrl() + path()), archive);
        unpack(archive, work.resolve("unpacked"));
        markExecutable(work.resolve("unpacked").resolve("apache-maven-" + version));
        publish(work.resolve("unpacked").resolve("apache-maven-" + version));
    }

    private String path() {
        return "/" + GROUP.replace('.', '/') + "/apache-maven/" + version + "/apache-maven-" + version + "-bin.zip";
    }

    /**
     * The repository to fetch from. The default is the one that Maven itself uses when nothing is configured; its host
     * is not written down here but follows from Maven's group id, read backwards as Java packages are.
     */
    private static String baseUrl() {
        String configured = System.getenv("MVNW_REPOURL");
        if (configured != null && !configured.isBlank()) {
            return configured.strip().replaceFirst("/+$", "");
        }
        List<String> labels = Arrays.asList(GROUP.split("\\."));
        Collections.reverse(labels);
        return "https://repo." + String.join(".", labels) + "/maven2";
    }

    private void fetch(URI source, Path archive) throws IOException {
        System.err.println("mvnw: fetching Maven " + version + " (once)");
        MessageDigest digest = sha512();
        try (InputStream in = new DigestInputStream(open(source), digest)) {
            Files.copy(in, archive);
        } catch (IOException e) {
            throw new FetchException("Maven " + version + " could not be fetched from " + source + ": " + e
                    + ". Set MVNW_REPOURL to a repository that can be reached, or https_proxy to a proxy.");
        }
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equalsIgnoreCase(sha512)) {
            throw new IOException("what " + source + " sent has the SHA-512 sum " + actual + ", not the pinned "
                    + sha512 + ". Nothing of it was kept.");
        }
    }

    private static InputStream open(URI source) throws IOException {
        URLConnection connection = source.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        return connection.getInputStream();
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("the archive wants to write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static void markExecutable(Path maven) throws IOException {
        for (String command : List.of("mvn", "mvnDebug", "mvnyjp")) {
            Path script = maven.resolve("bin").resolve(command);
            if (Files.exists(script) && !script.toFile().setExecutable(true, false)) {
                throw new IOException(script + " cannot be made executable");
            }
        }
    }

    private void publish(Path maven) throws IOException {
        try {
            Files.move(maven, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Somebody else was faster, and what is there has passed the same checksum.
            if (!Files.isExecutable(target.resolve("bin").resolve("mvn"))) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("mvnw: " + folder + " could not be removed: " + e.getMessage());
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class FetchException extends IOException {
        private static final long serialVersionUID = 1L;

        FetchException(String message) {
            super(message);
        }
    }

    /** Answers a proxy, and nobody else, with the user and password in the URL of {@code https_proxy}. */
    private static final class ProxyAuthenticator extends Authenticator {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return null;
            }
            return Stream.of("https_proxy", "HTTPS_PROXY")
                    .map(System::getenv)
                    .filter(Objects::nonNull)
                    .map(url -> URI.create(url).getUserInfo())
                    .filter(Objects::nonNull)
                    .map(user -> user.split(":", 2))
                    .filter(user -> user.length == 2)
                    .findFirst()
                    .map(user -> new PasswordAuthentication(user[0], user[1].toCharArray()))
                    .orElse(null);
        }
    }
}
