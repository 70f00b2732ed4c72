package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetProblem;
import dev.ingot.dataset.MovieLensFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the four files lie: at the top, or below one folder.
 *
 * @param paths the files that are there
 * @param problems what is missing, or that there is more than one data set
 */
record Layout(Map<MovieLensFile, String> paths, List<DatasetProblem> problems) {

    /** Whether a path has the name and the depth of one of the four files. */
    static boolean mayBelong(String path) {
        String name = path.substring(folder(path).length());
        return folder(path).indexOf('/') == folder(path).lastIndexOf('/')
                && List.of(MovieLensFile.values()).stream()
                        .anyMatch(file -> file.fileName().equals(name));
    }

    static Layout of(Path location, List<String> paths) {
        Map<String, Set<String>> byFolder = new TreeMap<>();
        for (String path : paths) {
            byFolder.computeIfAbsent(folder(path), folder -> new TreeSet<>()).add(path);
        }
        List<String> complete = byFolder.entrySet().stream()
                .filter(folder -> folder.getValue().size() == MovieLensFile.values().length)
                .map(Map.Entry::getKey)
                .toList();
        if (complete.size() > 1) {
            return new Layout(Map.of(), List.of(Problems.ambiguous(location, complete)));
        }
        Comparator<Map.Entry<String, Set<String>>> byFiles =
                Comparator.comparingInt(folder -> folder.getValue().size());
        String folder = byFolder.entrySet().stream()
                .max(byFiles.thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("");
        return inFolder(location, folder, Set.copyOf(paths));
    }

    private static Layout inFolder(Path location, String folder, Set<String> paths) {
        Map<MovieLensFile, String> found = new EnumMap<>(MovieLensFile.class);
        List<DatasetProblem> problems = new ArrayList<>();
        for (MovieLensFile file : MovieLensFile.values()) {
            String path = folder + file.fileName();
            if (paths.contains(path)) {
                found.put(file, path);
            } else {
                problems.add(Problems.missing(location, path));
            }
        }
        return new Layout(found, problems);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
