package dev.ingot.core.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.Asset;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles tiny projects and compares the versions of their one asset. */
class BytecodeVersionsTest {
    private static final String ASSET = """
            package one;
            public class Sample implements dev.ingot.core.asset.Asset {
                public dev.ingot.core.asset.AssetSpec spec() {
                    Rule[] rules = {new Rule()};
                    java.util.function.IntSupplier sum = () -> rules[0].value() + two.Other.value();
                    return dev.ingot.core.asset.AssetSpec.of(
                            dev.ingot.core.asset.AssetKey.parse("gold/t/a"), "x" + sum.getAsInt()).build();
                }
                public String kind() { return "fake"; }
            }
            """;
    private static final String RULE = "package one; class Rule { int value() { return Deep.value(); } }";
    private static final String DEEP =
            "package one; class Deep { static int value() { return one.below.Below.value(); } }";
    private static final String BELOW =
            "package one.below; public class Below { public static int value() { return 1; } }";
    private static final String UNUSED = "package one; class Unused { static int value() { return 1; } }";
    private static final String OTHER = "package two; public class Other { public static int value() { return 1; } }";

    @TempDir
    Path folder;

    private int compiled;

    @Test
    void equalCodeHasEqualVersions() throws Exception {
        assertThat(version(Map.of())).isEqualTo(version(Map.of())).matches("[0-9a-f]{16}");
    }

    @Test
    void aCommentOrAMovedLineChangesNothing() throws Exception {
        String moved = "// a comment\n\n\n" + ASSET.replace("    Rule[] rules", "\n\n /* more */ Rule[] rules");
        assertThat(version(Map.of("one/Sample", moved))).isEqualTo(version(Map.of()));
        assertThat(version(Map.of("one/Rule", "\n\n" + RULE))).isEqualTo(version(Map.of()));
    }

    @Test
    void aLocalVariablesNameChangesNothing() throws Exception {
        assertThat(version(Map.of("one/Sample", ASSET.replace("rules", "all")))).isEqualTo(version(Map.of()));
    }

    @Test
    void theAssetsOwnCodeCounts() throws Exception {
        assertThat(version(Map.of("one/Sample", ASSET.replace("\"x\"", "\"y\""))))
                .isNotEqualTo(version(Map.of()));
    }

    @Test
    void aUsedClassOfThePackageCountsHoweverFarAway() throws Exception {
        assertThat(version(Map.of("one/Deep", DEEP.replace("return ", "return 1 + "))))
                .isNotEqualTo(version(Map.of()));
    }

    @Test
    void aUsedClassOfAPackageBelowCounts() throws Exception {
        assertThat(version(Map.of("one/below/Below", BELOW.replace("return 1", "return 2"))))
                .isNotEqualTo(version(Map.of()));
    }

    @Test
    void classesThatAreNotUsedOrOfOtherPackagesDoNotCount() throws Exception {
        assertThat(version(Map.of("one/Unused", UNUSED.replace("return 1", "return 2"))))
                .isEqualTo(version(Map.of()));
        assertThat(version(Map.of("two/Other", OTHER.replace("return 1", "return 2"))))
                .isEqualTo(version(Map.of()));
    }

    @Test
    void anExplicitVersionWins() throws Exception {
        String stated = ASSET.replace(".build()", ".codeVersion(\"7\").build()");
        assertThat(version(Map.of("one/Sample", stated))).isEqualTo("7");
    }

    private String version(Map<String, String> changed) throws Exception {
        Map<String, String> sources = new LinkedHashMap<>(Map.of(
                "one/Sample",
                ASSET,
                "one/Rule",
                RULE,
                "one/Deep",
                DEEP,
                "one/below/Below",
                BELOW,
                "one/Unused",
                UNUSED,
                "two/Other",
                OTHER));
        sources.putAll(changed);
        Path classes = compile(sources);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Asset asset = (Asset)
                    loader.loadClass("one.Sample").getDeclaredConstructor().newInstance();
            return new BytecodeVersions().of(asset);
        }
    }

    private Path compile(Map<String, String> sources) throws IOException {
        Path project = folder.resolve("project" + compiled++);
        Path classes = Files.createDirectories(project.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-g", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = project.resolve(source.getKey() + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
        return classes;
    }
}
