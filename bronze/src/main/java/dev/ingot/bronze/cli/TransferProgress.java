package dev.ingot.bronze.cli;

import dev.ingot.cli.Console;
import dev.ingot.dataset.fetch.Download;

/** Tells how far a transfer has come: a line that is written over on a terminal, elsewhere a line each tenth. */
final class TransferProgress implements Download.Listener {
    private static final int TENTHS = 10;

    private final String file;
    private final Console console;
    private long told = -1;

    TransferProgress(String file, Console console) {
        this.file = file;
        this.console = console;
    }

    @Override
    public void has(long bytes, long total) {
        long tenth = total > 0 ? bytes * TENTHS / total : 0;
        if (!console.isLive() && tenth == told) {
            return;
        }
        told = tenth;
        String line = "%s: %d of %s MB".formatted(file, bytes >> 20, total < 0 ? "?" : Long.toString(total >> 20));
        boolean done = bytes == total;
        console.err().print(console.isLive() ? "\r" + line + (done ? "\n" : "") : line + "\n");
        console.err().flush();
    }

    @Override
    public void triesAgain(long bytes, String why) {
        console.err()
                .println((console.isLive() ? "\n" : "") + file + ": " + why + "; "
                        + (bytes == 0 ? "beginning anew" : "going on after " + bytes + " bytes"));
        console.err().flush();
    }
}
