package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** The CSV files of a zip archive, whatever they hold; those of its upmost folder that has any. Immutable. */
public final class CsvArchive {
    private final Source source;
    private final Map<String, String> paths;

    private CsvArchive(Source source, Map<String, String> paths) {
        this.source = source;
        this.paths = paths;
    }

    /**
     * Opens an archive, and reads its CSV files once to check that they are whole.
     *
     * @throws DatasetException with every problem that was found
     */
    public static CsvArchive open(Path archive) {
        try {
            Source source = ZipSource.open(archive, Limits.DEFAULTS, CsvArchive::isCsv);
            String folder = source.paths().stream()
                    .map(CsvArchive::folder)
                    .min(Comparator.<String>comparingLong(
                                    path -> path.chars().filter(c -> c == '/').count())
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow(() -> new DatasetException(List.of(Problems.noCsv(archive))));
            Map<String, String> paths = new TreeMap<>();
            List<DatasetProblem> problems = new ArrayList<>();
            for (String path : source.paths()) {
                if (folder(path).equals(folder)) {
                    paths.put(path.substring(folder.length()), path);
                    problems.addAll(damages(source, path));
                }
            }
            if (!problems.isEmpty()) {
                throw new DatasetException(problems);
            }
            return new CsvArchive(source, paths);
        } catch (ZipException e) {
            throw new DatasetException(List.of(Problems.truncated(archive)));
        } catch (IOException e) {
            throw new DatasetException(List.of(Problems.unreadable(archive.toString(), e)));
        }
    }

    /** The names of the files, without a folder, in alphabetical order. */
    public Set<String> names() {
        return paths.keySet();
    }

    /** The bytes of one of them; to be closed. */
    public InputStream open(String name) throws IOException {
        String path = paths.get(name);
        if (path == null) {
            throw new NoSuchFileException(name);
        }
        return source.open(path);
    }

    private static List<DatasetProblem> damages(Source source, String path) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream content = new CheckedInputStream(source.open(path), crc)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return List.of(Problems.damaged(path, "its packed bytes cannot be read to the end"));
        }
        return crc.getValue() == source.expected(path).crc()
                ? List.of()
                : List.of(Problems.damaged(path, "its bytes do not have the checksum that the archive says"));
    }

    /** Archives made on a Mac have a shadow of each file, whose name begins with a dot. */
    private static boolean isCsv(String path) {
        String name = path.substring(folder(path).length());
        return name.endsWith(".csv") && !name.startsWith(".");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
