package dev.ingot.spark.session;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The jars that the executors of a cluster are sent: all of the class path that does not come with Spark. Folders of classes,
 * as a build and a development environment have them, are packed on the way.
 */
final class SentJars {
    private static final List<String> NOT_SENT = notSent();

    private SentJars() {}

    /**
     * As Spark wants to be told: URIs between commas.
     *
     * @param classPath of this process
     * @param scratch for what has to be packed
     */
    static String of(String classPath, Path scratch) {
        try {
            List<Path> jars = new ArrayList<>();
            for (Path entry : entries(classPath)) {
                if (Files.isDirectory(entry)) {
                    jars.add(
                            packed(entry, Files.createDirectories(scratch).resolve("classes-" + jars.size() + ".jar")));
                } else if (!comesWithSpark(name(entry))) {
                    jars.add(entry);
                }
            }
            // Spark takes a comma for the end of a URI.
            return jars.stream()
                    .map(jar -> jar.toUri().toString().replace(",", "%2C"))
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException("the code for the executors cannot be gathered", e);
        }
    }

    /** Whether a jar of this file name is among those that need not be sent. */
    static boolean comesWithSpark(String file) {
        return NOT_SENT.stream()
                .anyMatch(name -> file.startsWith(name + "-")
                        && file.length() > name.length() + 1
                        && Character.isDigit(file.charAt(name.length() + 1)));
    }

    /** What is there of a class path and of the class paths that its jars state. */
    private static Collection<Path> entries(String classPath) throws IOException {
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            add(Path.of(entry).toAbsolutePath().normalize(), entries);
        }
        return entries;
    }

    private static void add(Path entry, Set<Path> entries) throws IOException {
        if (!Files.exists(entry)
                || !entries.add(entry)
                || Files.isDirectory(entry)
                || !name(entry).endsWith(".jar")) {
            return;
        }
        for (String stated : stated(entry).map(text -> text.split(" ", -1)).orElse(new String[0])) {
            URI uri = entry.toUri().resolve(stated);
            if (!stated.isBlank() && "file".equals(uri.getScheme())) {
                add(Path.of(uri).normalize(), entries);
            }
        }
    }

    private static Optional<String> stated(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH));
        }
    }

    private static Path packed(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<String> notSent() {
        InputStream list = Objects.requireNonNull(SentJars.class.getResourceAsStream("not-sent.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
