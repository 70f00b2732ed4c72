package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The entries of a zip archive whose directory has been found harmless. */
final class ZipSource implements Source {
    private final Path archive;
    private final List<String> paths;

    private ZipSource(Path archive, List<String> paths) {
        this.archive = archive;
        this.paths = paths;
    }

    /**
     * Checks the archive's directory; nothing is unpacked.
     *
     * @param wanted the paths that are needed
     * @throws DatasetException if it is no zip archive, is cut off, or lists what must not be unpacked
     */
    static ZipSource open(Path archive, Limits limits, Predicate<String> wanted) throws IOException {
        List<ZipDirectory.Entry> entries = ZipDirectory.read(archive, limits.entries());
        List<DatasetProblem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ZipDirectory.Entry entry : entries) {
            if (!names.add(entry.name())) {
                problems.add(Problems.unsafe(entry.name(), "the entry occurs twice in the archive"));
            }
            entry.danger().ifPresent(danger -> problems.add(Problems.unsafe(entry.name(), danger)));
        }
        List<String> files = entries.stream()
                .map(ZipDirectory.Entry::name)
                .filter(wanted)
                .sorted()
                .toList();
        entries.stream()
                .filter(entry -> files.contains(entry.name()) && !entry.canBeUnpacked())
                .forEach(entry -> problems.add(Problems.notUnpackable(entry.name())));
        if (problems.isEmpty()) {
            problems.addAll(tooLarge(archive, files, limits));
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(problems);
        }
        return new ZipSource(archive, files);
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public Expected expected(String path) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = entry(zip, path);
            return new Expected(entry.getSize(), entry.getCrc());
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        ZipFile zip = new ZipFile(archive.toFile());
        try {
            return new FilterInputStream(zip.getInputStream(entry(zip, path))) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static List<DatasetProblem> tooLarge(Path archive, List<String> files, Limits limits) throws IOException {
        List<DatasetProblem> problems = new ArrayList<>();
        long total = 0;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (String file : files) {
                ZipEntry entry = entry(zip, file);
                total += entry.getSize();
                if (entry.getSize() > limits.fileBytes()) {
                    problems.add(Problems.tooLarge(file, entry.getSize(), limits.fileBytes()));
                } else if (!limits.allowsRatio(entry.getSize(), entry.getCompressedSize())) {
                    problems.add(Problems.tooDense(file, entry, limits.ratio()));
                }
            }
        }
        if (total > limits.totalBytes()) {
            problems.add(Problems.tooLarge(archive.toString(), total, limits.totalBytes()));
        }
        return problems;
    }

    private static ZipEntry entry(ZipFile zip, String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("the archive has no entry " + path + " any more");
        }
        return entry;
    }
}
