package dev.ingot.cli.command.landing;

import dev.ingot.cli.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a long transfer is done: a line that is written over on a terminal, elsewhere a line each tenth. */
final class Progress extends FilterInputStream {
    /** What is smaller is there before anybody asks. */
    private static final long LONG = 16L << 20;

    private static final int TENTHS = 10;

    private final String name;
    private final long size;
    private final Console console;
    private long done;
    private long told;

    Progress(InputStream content, String name, long size, Console console) {
        super(content);
        this.name = name;
        this.size = size;
        this.console = console;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        moved(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        moved(Math.max(0, read));
        return read;
    }

    private void moved(int bytes) {
        done += bytes;
        if (size < LONG || done * TENTHS / size <= told) {
            return;
        }
        told = done * TENTHS / size;
        String line = "%s: %d of %d MB".formatted(name, done >> 20, size >> 20);
        console.err().print(console.isLive() ? "\r" + line + (done >= size ? "\n" : "") : line + "\n");
        console.err().flush();
    }
}
