package dev.ingot.cli.command.runs;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the run that somebody means: by {@code last}, an id, the beginning of one, or by what can be done with it. */
final class RunLookup {
    /** Among so many of the newest runs. */
    private static final int REACH = 10_000;

    private static final Set<RunStatus> UNSUCCESSFUL =
            Set.of(RunStatus.FAILED, RunStatus.BLOCKED, RunStatus.CANCELLED, RunStatus.DIED);

    private final RunStore runs;

    RunLookup(RunStore runs) {
        this.runs = runs;
    }

    /** @throws dev.ingot.core.error.IngotException if no run is meant, or several are */
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
            throw LookupErrors.ambiguous(typed, meant);
        }
        return meant.get(0);
    }

    /** The run that somebody names, or else the only one that is running. */
    Run running(@Nullable String typed, String wish) {
        if (typed != null) {
            return find(typed);
        }
        List<Run> running = runs.live();
        if (running.size() > 1) {
            throw LookupErrors.several("running", running);
        }
        return running.stream()
                .findFirst()
                .orElseThrow(() -> LookupErrors.nothingTo(wish, "no run is running", newest()));
    }

    /** The run that somebody names, or else the only one that is paused, or else the newest one if it died. */
    Run resumable(@Nullable String typed) {
        if (typed != null) {
            return find(typed);
        }
        List<Run> newest = runs.newest(REACH);
        List<Run> paused =
                newest.stream().filter(run -> run.status() == RunStatus.PAUSED).toList();
        if (paused.size() > 1) {
            throw LookupErrors.several("paused", paused);
        }
        return paused.stream()
                .findFirst()
                .or(() -> newest.stream().findFirst().filter(run -> run.status() == RunStatus.DIED))
                .orElseThrow(() -> LookupErrors.nothingTo("resume", "no run is paused", newest()));
    }

    /** The run that somebody names, or else the newest one that did not succeed and was not tried again. */
    Run failed(@Nullable String typed) {
        if (typed != null) {
            return find(typed);
        }
        List<Run> newest = runs.newest(REACH);
        Set<RunId> retried =
                newest.stream().flatMap(run -> run.origin().retryOf().stream()).collect(Collectors.toSet());
        return newest.stream()
                .filter(run -> isUnsuccessful(run) && !retried.contains(run.id()))
                .findFirst()
                .orElseThrow(() -> LookupErrors.nothingTo("retry", "no run has failed that was not retried", newest()));
    }

    /** Whether something is left of the run that can be tried again as a new one. */
    static boolean isUnsuccessful(Run run) {
        return UNSUCCESSFUL.contains(run.status());
    }

    private Optional<Run> newest() {
        return runs.newest(1).stream().findFirst();
    }
}
