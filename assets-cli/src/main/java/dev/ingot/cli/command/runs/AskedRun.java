package dev.ingot.cli.command.runs;

import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunWish;

/** What {@code runs pause} and {@code runs cancel} tell as JSON: the run as it was when it was asked, and for what. */
record AskedRun(String run, String status, String asked) {
    static AskedRun of(Run run, RunWish wish) {
        return new AskedRun(run.id().toString(), run.status().text(), wish.text());
    }
}
