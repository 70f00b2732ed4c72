package dev.ingot.dataset.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where files come from. Paths are relative, separated by {@code /}. */
interface Source {
    /** The files that could be among the four, in a stable order. */
    List<String> paths() throws IOException;

    /** Opens a file; closing the stream releases all that was opened for it. */
    InputStream open(String path) throws IOException;

    /** What is known beforehand of a file's bytes. */
    default Expected expected(String path) throws IOException {
        return new Expected(-1, -1);
    }

    /** Size and CRC-32 that a file must have; -1 where unknown. */
    record Expected(long bytes, long crc) {}
}
