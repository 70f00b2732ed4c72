package dev.ingot.bronze.landing;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The failures of landing a data set. */
final class LandingErrors {
    private LandingErrors() {}

    static IngotException invalid(Path location, DatasetException cause) {
        List<DatasetProblem> problems = cause.problems();
        String what = problems.size() == 1
                ? "The data set has a problem; nothing was landed"
                : "The data set has " + problems.size() + " problems; nothing was landed";
        Diagnostic diagnostic = Diagnostic.of(ErrorCode.INVALID_DATASET, what)
                .at(location.toString())
                .because(problems.stream().map(LandingErrors::line).collect(Collectors.joining("\n")));
        List<String> help =
                problems.stream().map(DatasetProblem::help).distinct().toList();
        for (String next : help) {
            diagnostic = diagnostic.help(next);
        }
        return new IngotException(diagnostic, cause);
    }

    static IngotException changed(Path location, CheckedContent.ChangedException cause) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_DATASET, "The data set changed while it was read; nothing was landed")
                        .at(location.toString())
                        .help("run the command again when nothing writes to it any more"),
                cause);
    }

    private static String line(DatasetProblem problem) {
        String place = problem.location().isEmpty() ? "" : " (" + problem.location() + ")";
        return problem.file() + place + ": " + problem.what();
    }
}
