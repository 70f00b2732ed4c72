package dev.ingot.cli.command.runs;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore;
import java.util.List;
import java.util.Locale;

/** Finds the run that somebody means by {@code last}, by an id, or by the beginning of one. */
final class RunLookup {
    /** Among so many of the newest runs. */
    private static final int REACH = 10_000;

    private final RunStore runs;

    RunLookup(RunStore runs) {
        this.runs = runs;
    }

    /** @throws IngotException if no run is meant, or several are */
    Run find(String typed) {
        List<Run> newest = runs.newest(typed.equals("last") ? 1 : REACH);
        String prefix = typed.equals("last") ? "" : typed.toUpperCase(Locale.ROOT);
        List<Run> meant = newest.stream()
                .filter(run -> run.id().text().startsWith(prefix))
                .toList();
        if (meant.isEmpty() || typed.isEmpty()) {
            throw RunErrors.unknown(
                    typed, newest.stream().map(run -> run.id().text()).toList());
        }
        if (meant.size() > 1) {
            throw ambiguous(typed, meant);
        }
        return meant.get(0);
    }

    private static IngotException ambiguous(String typed, List<Run> meant) {
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_RUN, meant.size() + " runs begin with '" + typed + "'")
                        .because("among them " + meant.get(0).id() + " and "
                                + meant.get(1).id())
                        .help("type more of the id"));
    }
}
