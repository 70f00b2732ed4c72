package dev.ingot.dataset.archive;

import dev.ingot.dataset.MovieLensFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder and of the folders directly in it. */
record FolderSource(Path folder) implements Source {
    @Override
    public List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        addFiles(folder, "", paths);
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path child : inside.filter(Files::isDirectory).sorted().toList()) {
                addFiles(child, child.getFileName() + "/", paths);
            }
        }
        return paths;
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(folder.resolve(path));
    }

    private static void addFiles(Path in, String prefix, List<String> paths) {
        for (MovieLensFile file : MovieLensFile.values()) {
            if (Files.exists(in.resolve(file.fileName()))) {
                paths.add(prefix + file.fileName());
            }
        }
    }
}
