package dev.ingot.dataset.archive;

import dev.ingot.dataset.MovieLensFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small archives, good ones unless told otherwise. */
final class TestArchive {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, byte[] bytes) {}

    /** The four files below a folder, such as {@code ml/}, each with two rows. */
    static TestArchive good(String folder) {
        TestArchive archive = new TestArchive();
        archive.add(
                folder + "ratings.csv", MovieLensFile.RATINGS.header() + "\n1,1,4.0,964982703\n1,2,0.5,964982704\n");
        archive.add(
                folder + "movies.csv", MovieLensFile.MOVIES.header() + "\n1,\"A \"\"b\"\",\nc\",Drama\n2,Été,IMAX\n");
        archive.add(folder + "tags.csv", MovieLensFile.TAGS.header() + "\r\n1,1,slow,964982703\r\n\r\n1,2,x,964982704");
        return archive.add(
                folder + "links.csv", "\uFEFF" + MovieLensFile.LINKS.header() + "\n1,0114709,\n2,0113497,8844\n");
    }

    TestArchive add(String name, String text) {
        return add(name, text, StandardCharsets.UTF_8);
    }

    TestArchive add(String name, String text, Charset charset) {
        entries.add(new Entry(name, text.getBytes(charset)));
        return this;
    }

    TestArchive remove(String name) {
        if (!entries.removeIf(entry -> entry.name().equals(name))) {
            throw new IllegalArgumentException(name);
        }
        return this;
    }

    TestArchive replace(String name, String text, Charset charset) {
        return remove(name).add(name, text, charset);
    }

    TestArchive replace(String name, String text) {
        return replace(name, text, StandardCharsets.UTF_8);
    }

    Path zip(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    Path unpacked(Path folder) {
        try {
            for (Entry entry : entries) {
                Path file = folder.resolve(entry.name());
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    out.write(entry.bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
