package dev.ingot.postgres.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which migrations are on the class path: known in a millisecond, where asking Flyway takes half a second. */
final class MigrationFiles {
    private static final Pattern NAME = Pattern.compile("V([0-9]{8}_[0-9]{4})__.+\\.sql");

    private MigrationFiles() {}

    /** The versions in the form that the history has them: {@code 20261121.0900}. */
    static Set<String> versions(SchemaMigrations migrations) {
        Set<String> versions = new TreeSet<>();
        ClassLoader loader = MigrationFiles.class.getClassLoader();
        try {
            for (URL folder : Collections.list(loader.getResources(migrations.location()))) {
                names(folder, migrations.location())
                        .map(MigrationFiles::version)
                        .forEach(versions::add);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("cannot list " + migrations, failure);
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException("no migrations on the class path: " + migrations);
        }
        return versions;
    }

    private static Stream<String> names(URL folder, String location) throws IOException {
        URLConnection connection = folder.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(location + "/") && name.endsWith(".sql"))
                    .map(name -> name.substring(location.length() + 1));
        }
        try (Stream<Path> files = Files.list(Path.of(uri(folder)))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .collect(Collectors.toList())
                    .stream();
        }
    }

    private static String version(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException("not named like V20261121_0900__what_it_does.sql: " + name);
        }
        return matcher.group(1).replace('_', '.');
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException("not a folder: " + url, failure);
        }
    }
}
