package dev.ingot.bronze.cli;

import dev.ingot.bronze.landing.LandedSet;
import dev.ingot.cli.Console;
import dev.ingot.core.storage.FileSet.LandedFile;
import java.util.ArrayList;
import java.util.List;

/** How a set that has just landed is told. */
final class LandedSetText {
    private LandedSetText() {}

    static void print(Console console, LandedSet landed) {
        List<List<Object>> rows = new ArrayList<>();
        for (LandedFile file : landed.files().files()) {
            rows.add(List.of(file.name(), landed.rows().getOrDefault(file.name(), 0L), file.bytes(), file.sha256()));
        }
        console.table(List.of("file", "rows", "bytes", "sha256"), rows);
        console.say("", "Landed from " + landed.files().origin() + ".", "Next: ingot materialize");
    }
}
