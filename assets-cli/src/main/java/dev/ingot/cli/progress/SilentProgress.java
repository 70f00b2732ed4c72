package dev.ingot.cli.progress;

import java.io.PrintWriter;

/** Follows nothing; only what is said in the middle of a run is told. */
public record SilentProgress(PrintWriter err) implements RunProgress {
    @Override
    public void note(String text) {
        err.println(text);
    }
}
