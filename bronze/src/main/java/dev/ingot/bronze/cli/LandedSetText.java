package dev.ingot.bronze.cli;

import dev.ingot.bronze.landing.LandedSet;
import dev.ingot.bronze.landing.MovieLensLanding;
import dev.ingot.cli.Console;
import dev.ingot.core.storage.FileSet.LandedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a set that has just landed is told. */
final class LandedSetText {
    private LandedSetText() {}

    static void print(Console console, LandedSet landed) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (LandedFile file : landed.files().files()) {
            rows.add(Arrays.asList(file.name(), landed.rows().get(file.name()), file.bytes(), file.sha256()));
        }
        console.table(List.of("file", "rows", "bytes", "sha256"), rows);
        console.say("", "Landed from " + landed.files().origin() + ".");
        if (landed.files().domain().equals(MovieLensLanding.DOMAIN)) {
            console.say("Next: ingot materialize");
        }
    }
}
