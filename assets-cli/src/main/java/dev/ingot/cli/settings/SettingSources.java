package dev.ingot.cli.settings;

import dev.ingot.core.config.StandardProfile;
import dev.ingot.core.error.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may set a setting.
 *
 * @param flags what {@code --set} says
 * @param environment the environment's variables
 * @param folders where the files are
 * @param profile what {@code --profile} says, if it was given
 */
public record SettingSources(
        Map<String, String> flags,
        Map<String, String> environment,
        ProjectFolders folders,
        @Nullable String profile) {
    private static final String PREFIX = "INGOT_";
    private static final String PROFILE = "INGOT_PROFILE";

    /** Variables that the launcher reads, the state folder and the profile. */
    private static final Set<String> RESERVED =
            Set.of("INGOT_STATE", "INGOT_HOME", "INGOT_JAVA_HOME", "INGOT_JAVA_OPTS", PROFILE);

    /** The same sources, but with another profile. */
    public SettingSources with(String other) {
        return new SettingSources(flags, environment, folders, other);
    }

    /** The variable that sets a setting: {@code INGOT_SPARK_MASTER} for {@code spark.master}. */
    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The files that there are, the one that wins first. */
    List<SettingsFile> files(Set<String> known) {
        List<SettingsFile> files = new ArrayList<>();
        folders.projectFile().ifPresent(file -> files.add(read(file, known)));
        folders.userFile().ifPresent(file -> files.add(read(file, known)));
        return files;
    }

    private static SettingsFile read(Path file, Set<String> known) {
        if (!file.endsWith(ProjectFolders.OLD_FILE)) {
            return YamlSettings.read(file, known);
        }
        Properties old = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            old.load(reader);
        } catch (IOException e) {
            throw SettingErrors.unreadable(file, e);
        }
        // The values stay where they are: one of them may be a secret.
        String yaml = old.stringPropertyNames().stream()
                .sorted()
                .map(name -> "  " + name + ": …")
                .collect(Collectors.joining("\n"));
        return new SettingsFile(file, Optional.empty(), Map.of(), Map.of(), List.of(SettingErrors.oldFile(file, yaml)));
    }

    /** The profile in force: flag, environment, project file, user file, {@code embedded}. */
    Stated chosen(List<SettingsFile> files) {
        if (profile != null) {
            return new Stated(profile, "--profile");
        }
        String variable = environment.getOrDefault(PROFILE, "");
        if (!variable.isEmpty()) {
            return new Stated(variable, PROFILE);
        }
        return files.stream()
                .flatMap(file -> file.profile().stream())
                .findFirst()
                .orElse(new Stated(StandardProfile.EMBEDDED.id(), "default"));
    }

    /** What the flags and the environment say, the flags first. */
    List<Map<String, Stated>> above(Set<String> known) {
        Map<String, Stated> said = new TreeMap<>();
        flags.forEach((name, text) -> said.put(name, new Stated(text, "--set")));
        Map<String, Stated> variables = new TreeMap<>();
        for (String name : known) {
            String text = environment.get(variable(name));
            if (text != null) {
                variables.put(name, new Stated(text, variable(name)));
            }
        }
        return List.of(said, variables);
    }

    /** A diagnostic for each of our variables that sets nothing. */
    List<Diagnostic> unknownVariables(Set<String> known) {
        Set<String> variables = known.stream().map(SettingSources::variable).collect(Collectors.toSet());
        return environment.keySet().stream()
                .sorted()
                .filter(name -> name.startsWith(PREFIX) && !RESERVED.contains(name) && !variables.contains(name))
                .map(name -> SettingErrors.unknown(name, "environment", variables))
                .toList();
    }
}
