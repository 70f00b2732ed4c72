package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import dev.ingot.dataset.MovieLensFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** A checked data set in the MovieLens CSV layout, in a folder or a zip archive. Immutable. */
public final class MovieLensArchive {
    private final Path location;
    private final Map<MovieLensFile, DataFile> files;

    private MovieLensArchive(Path location, Map<MovieLensFile, DataFile> files) {
        this.location = location;
        this.files = files;
    }

    /**
     * Opens a folder or a zip archive, such as {@code ml-latest-small.zip}, and reads each of the four files once to check it.
     *
     * <p>The files may lie at the top or below one folder; other files are ignored.
     *
     * @throws DatasetException with every problem that was found
     */
    public static MovieLensArchive open(Path location) {
        return open(location, Limits.DEFAULTS);
    }

    static MovieLensArchive open(Path location, Limits limits) {
        if (!Files.exists(location)) {
            throw new DatasetException(List.of(Problems.notFound(location)));
        }
        try {
            Source source = Files.isDirectory(location)
                    ? new FolderSource(location)
                    : ZipSource.open(location, limits, Layout::mayBelong);
            return check(location, source);
        } catch (ZipException e) {
            throw new DatasetException(List.of(Problems.truncated(location)));
        } catch (IOException e) {
            throw new DatasetException(List.of(Problems.unreadable(location.toString(), e)));
        }
    }

    /** Where the data set lies. */
    public Path location() {
        return location;
    }

    /** The four files, in the order of {@link MovieLensFile}. */
    public List<DataFile> files() {
        return List.copyOf(files.values());
    }

    /** One of the four files. */
    public DataFile file(MovieLensFile file) {
        return Optional.ofNullable(files.get(file)).orElseThrow();
    }

    private static MovieLensArchive check(Path location, Source source) throws IOException {
        List<DatasetProblem> problems = new ArrayList<>();
        Layout layout = Layout.of(location, source.paths());
        problems.addAll(layout.problems());
        Map<MovieLensFile, DataFile> files = new EnumMap<>(MovieLensFile.class);
        for (Map.Entry<MovieLensFile, String> found : layout.paths().entrySet()) {
            Inspection inspection = Inspection.of(source, found.getValue(), found.getKey());
            problems.addAll(inspection.problems());
            files.put(found.getKey(), inspection.asDataFile(source));
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems);
        }
        return new MovieLensArchive(location, files);
    }
}
