package dev.ingot.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A Delta table as its files say it is, read without Delta, so that nothing which made them is trusted. */
final class DeltaFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    /** The files of the newest version, with the folder of each: its slice. */
    private final Map<String, String> live = new LinkedHashMap<>();

    private final Set<Path> named = new HashSet<>();
    private final List<JsonNode> commits = new ArrayList<>();

    private DeltaFolder(Path folder) {
        this.folder = folder;
    }

    static DeltaFolder read(Path folder) throws IOException {
        DeltaFolder table = new DeltaFolder(folder);
        try (Stream<Path> log = Files.list(folder.resolve("_delta_log"))) {
            for (Path commit : log.filter(DeltaFolder::isCommit).sorted().toList()) {
                for (String line : Files.readAllLines(commit)) {
                    table.add(JSON.readTree(line));
                }
            }
        }
        return table;
    }

    private static boolean isCommit(Path file) {
        return String.valueOf(file.getFileName()).matches("[0-9]{20}\\.json");
    }

    private void add(JsonNode action) throws IOException {
        if (action.has("add")) {
            String path = URI.create(action.get("add").get("path").asText()).getPath();
            live.put(path, path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "");
            named.add(folder.resolve(path));
        } else if (action.has("remove")) {
            live.remove(URI.create(action.get("remove").get("path").asText()).getPath());
        } else if (action.path("commitInfo").has("userMetadata")) {
            commits.add(
                    JSON.readTree(action.get("commitInfo").get("userMetadata").asText()));
        }
    }

    /** What its commits say of themselves, by version; one that only fences somebody off says nothing. */
    List<JsonNode> commits() {
        return commits;
    }

    /** The slices that the last commits left, as they describe them, without what differs from run to run. */
    SortedMap<String, String> provenance() {
        SortedMap<String, String> slices = new TreeMap<>();
        for (JsonNode commit : commits) {
            commit.path("removed").forEach(removed -> slices.remove(removed.asText()));
            commit.path("slices")
                    .forEach(slice -> slices.put(
                            slice.get("partition").asText(),
                            Slices.text(commit.get("code").asText(), slice)));
        }
        return slices;
    }

    /** The content of each folder of files, read from the files. */
    SortedMap<String, RowSum> contents() {
        SortedMap<String, RowSum> sums = new TreeMap<>();
        live.forEach((file, slice) -> sums.merge(slice, read(file), RowSum::plus));
        return sums;
    }

    private RowSum read(String file) {
        try {
            return RowSum.ofParquet(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of " + folder, e);
        }
    }

    /** Files that no commit ever named. */
    List<Path> orphans() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !named.contains(counterpart(file)))
                    .filter(file -> !isLog(file))
                    .toList();
        }
    }

    /** Hadoop keeps a hidden file of check sums beside each. */
    private static Path counterpart(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(".crc")
                ? file.resolveSibling(name.substring(1, name.length() - 4))
                : file;
    }

    private boolean isLog(Path file) {
        return file.startsWith(folder.resolve("_delta_log"))
                && String.valueOf(counterpart(file).getFileName())
                        .matches("[0-9]{20}\\.(json|crc|checkpoint\\.parquet)|_last_checkpoint");
    }
}
