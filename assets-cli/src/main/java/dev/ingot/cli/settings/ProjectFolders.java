package dev.ingot.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a project.
 *
 * @param project the nearest folder, from the working folder upwards, with an {@code ingot.yaml}; without one the
 *     folder of the launcher, or else the working folder
 * @param state what {@code --state} says, or {@code INGOT_STATE}, or else {@code .ingot} in the project
 * @param projectFile the project's settings, if it has any
 * @param userFile the user's own settings, if there are any
 */
public record ProjectFolders(Path project, Path state, Optional<Path> projectFile, Optional<Path> userFile) {
    /** The name of the file of settings, in the project and in the user's {@code ~/.config/ingot}. */
    public static final String FILE = "ingot.yaml";

    /** Its name in earlier versions, looked for so that nobody's settings are ignored silently. */
    static final String OLD_FILE = "ingot.properties";

    /**
     * Looks for them.
     *
     * @param working the working folder
     * @param environment the environment's variables
     * @param home the folder of the launcher, if there is one
     * @param state what the flag says, if it was given
     */
    public static ProjectFolders find(
            Path working, Map<String, String> environment, @Nullable String home, @Nullable Path state) {
        Path here = working.toAbsolutePath().normalize();
        Optional<Path> projectFile = upwards(here);
        Path project = projectFile
                .map(Path::getParent)
                .orElseGet(() -> home == null || home.isEmpty() ? here : here.resolve(home));
        String stated = state == null ? environment.getOrDefault("INGOT_STATE", "") : state.toString();
        Path folder = stated.isEmpty() ? project.resolve(".ingot") : here.resolve(stated);
        return new ProjectFolders(project, folder.normalize(), projectFile, userFile(environment));
    }

    private static Optional<Path> upwards(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Optional<Path> file = in(folder);
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> userFile(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (config.isEmpty() && home.isEmpty()) {
            return Optional.empty();
        }
        Path folder = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
        return in(folder.resolve("ingot"));
    }

    private static Optional<Path> in(Path folder) {
        return Stream.of(FILE, OLD_FILE)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
