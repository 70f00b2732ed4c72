package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentJarsTest {
    @TempDir
    private Path folder;

    /** As the distribution is started: one jar, which names the others. */
    @Test
    void whatTheManifestNamesIsSentUnlessItComesWithSpark() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("a blank, and a comma/lib"));
        for (String name : List.of("delta-storage-4.4.0.jar", "spark-core_2.13-4.1.3.jar", "zstd-jni-1.5.7-6.jar")) {
            jar(lib.resolve(name), "");
        }
        Path ingot = jar(
                lib.resolveSibling("ingot.jar"),
                "lib/delta-storage-4.4.0.jar lib/spark-core_2.13-4.1.3.jar lib/zstd-jni-1.5.7-6.jar lib/gone-1.jar");

        assertThat(sent(ingot.toString())).containsExactly(ingot, lib.resolve("delta-storage-4.4.0.jar"));
    }

    @Test
    void foldersArePacked() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/dev/mine"));
        Files.writeString(classes.resolve("Mine.class"), "code");

        Path packed = sent(folder.resolve("classes") + File.pathSeparator + folder.resolve("none"))
                .get(0);
        try (JarFile jar = new JarFile(packed.toFile())) {
            assertThat(jar.stream().map(Object::toString)).containsExactly("dev/mine/Mine.class");
        }
    }

    @Test
    void onlyTheSameNameComesWithSpark() {
        assertThat(Stream.of("log4j-1.2-api-2.25.3.jar", "guava-33.7.2-jre.jar", "hadoop-client-api-3.4.2.jar"))
                .allMatch(SentJars::comesWithSpark);
        assertThat(Stream.of("hadoop-aws-3.4.2.jar", "delta-spark_4.1_2.13-4.4.0.jar", "spark-core_2.13-mine.jar"))
                .noneMatch(SentJars::comesWithSpark);
    }

    private List<Path> sent(String classPath) {
        return Arrays.stream(SentJars.of(classPath, folder.resolve("scratch")).split(",", -1))
                .map(uri -> Path.of(URI.create(uri)))
                .collect(Collectors.toList());
    }

    private static Path jar(Path jar, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
