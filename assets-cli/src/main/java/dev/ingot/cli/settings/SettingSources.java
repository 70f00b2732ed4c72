package dev.ingot.cli.settings;

import dev.ingot.core.config.Setting;
import dev.ingot.core.error.Diagnostic;
import io.smallrye.config.MapBackedConfigValueConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Everything that may set a setting.
 *
 * @param flags what {@code --set} says
 * @param environment the environment's variables
 * @param folders where the files are
 */
public record SettingSources(Map<String, String> flags, Map<String, String> environment, ProjectFolders folders) {
    private static final String FLAGS = "--set";
    private static final String ENVIRONMENT = "environment";
    private static final String PREFIX = "INGOT_";

    /** Variables that the launcher reads, and the state folder. */
    private static final Set<String> RESERVED =
            Set.of("INGOT_STATE", "INGOT_HOME", "INGOT_JAVA_HOME", "INGOT_JAVA_OPTS");

    /** The variable that sets a setting: {@code INGOT_SPARK_MASTER} for {@code spark.master}. */
    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    static String origin(String source, Setting<?> setting) {
        return source.equals(ENVIRONMENT) ? variable(setting.name()) : source;
    }

    SmallRyeConfig config(Collection<String> names) {
        Map<String, String> variables = new HashMap<>();
        for (String name : names) {
            String value = environment.get(variable(name));
            if (value != null) {
                variables.put(name, value);
            }
        }
        List<ConfigSource> sources = new ArrayList<>(files());
        sources.add(new MapSource(ENVIRONMENT, variables, 300));
        sources.add(new MapSource(FLAGS, flags, 400));
        return new SmallRyeConfigBuilder()
                .withSources(sources.toArray(ConfigSource[]::new))
                .build();
    }

    private List<ConfigSource> files() {
        List<ConfigSource> files = new ArrayList<>();
        folders.userFile().ifPresent(file -> files.add(read(file, 100)));
        folders.projectFile().ifPresent(file -> files.add(read(file, 200)));
        return files;
    }

    private static ConfigSource read(Path file, int ordinal) {
        try {
            return new FileSource(file, ordinal);
        } catch (IOException e) {
            throw SettingErrors.unreadable(file, e);
        }
    }

    /** A diagnostic for each name that sets nothing. */
    List<Diagnostic> unknown(Set<String> known) {
        Map<String, String> variables = new TreeMap<>();
        known.forEach(name -> variables.put(variable(name), name));
        List<Diagnostic> problems = new ArrayList<>();
        for (ConfigSource file : files()) {
            unknown(file.getPropertyNames(), file.getName(), known, problems);
        }
        unknown(flags.keySet(), FLAGS, known, problems);
        environment.keySet().stream()
                .sorted()
                .filter(name -> name.startsWith(PREFIX) && !RESERVED.contains(name) && !variables.containsKey(name))
                .forEach(name -> problems.add(SettingErrors.unknown(name, ENVIRONMENT, name, variables.keySet())));
        return problems;
    }

    private static void unknown(Collection<String> names, String origin, Set<String> known, List<Diagnostic> problems) {
        names.stream()
                .sorted()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(SettingErrors.unknown(name, origin, name, known)));
    }

    /** Names and texts from somewhere that has no lines. */
    private static final class MapSource extends MapBackedConfigSource {
        private static final long serialVersionUID = 1L;

        MapSource(String name, Map<String, String> values, int ordinal) {
            super(name, values, ordinal);
        }
    }

    /** A file whose values know their lines. */
    private static final class FileSource extends MapBackedConfigValueConfigSource {
        FileSource(Path file, int ordinal) throws IOException {
            super(
                    file.toString(),
                    PropertiesConfigSource.urlToConfigValueMap(file.toUri().toURL(), file.toString(), ordinal),
                    ordinal);
        }
    }
}
