package dev.ingot.dataset.archive;

import dev.ingot.dataset.MovieLensFile;
import java.io.IOException;
import java.io.InputStream;

/** One of the four files of a checked data set. Immutable; safe for use by several threads. */
public final class DataFile {
    private final MovieLensFile file;
    private final String path;
    private final long bytes;
    private final String sha256;
    private final long rows;
    private final Source source;

    DataFile(Inspection inspection, long rows, Source source) {
        file = inspection.file();
        path = inspection.path();
        bytes = inspection.bytes();
        sha256 = inspection.sha256();
        this.rows = rows;
        this.source = source;
    }

    /** Which of the four it is. */
    public MovieLensFile file() {
        return file;
    }

    /** Where it lies inside the folder or archive, such as {@code ml-25m/ratings.csv}. */
    public String path() {
        return path;
    }

    /** Its size, unpacked. */
    public long bytes() {
        return bytes;
    }

    /** The SHA-256 of its bytes, unpacked, in lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** How many rows it has, blank lines and the header left out. */
    public long rows() {
        return rows;
    }

    /**
     * Opens the file anew from its first byte. The bytes are those of now: who must be sure that they have not changed
     * since the check compares {@link #sha256}.
     *
     * @throws IOException if the folder or archive is no longer as it was
     */
    public InputStream open() throws IOException {
        return source.open(path);
    }

    @Override
    public String toString() {
        return path + " (" + rows + " rows, " + bytes + " bytes)";
    }
}
