package dev.ingot.cli.settings;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The failures of settings. */
final class SettingErrors {
    private SettingErrors() {}

    static Diagnostic unknown(String name, String origin, String typed, Collection<String> known) {
        return Diagnostic.of(ErrorCode.UNKNOWN_SETTING, "There is no setting " + name)
                .at(origin)
                .help(Suggestions.sentence(typed, known))
                .help("see the settings that exist with: ingot config show");
    }

    static IngotException unreadable(Path file, IOException cause) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_SETTING, "The settings cannot be read")
                        .at(file.toString())
                        .because(cause.getMessage()),
                cause);
    }

    /** One problem as it is; several in one diagnostic. */
    static IngotException of(List<Diagnostic> problems) {
        if (problems.size() == 1) {
            return new IngotException(problems.get(0));
        }
        List<String> causes = new ArrayList<>();
        List<String> help = new ArrayList<>();
        for (Diagnostic problem : problems) {
            causes.add(problem.what()
                    + problem.why().map(why -> ": " + why).orElse("")
                    + problem.where().map(where -> " (" + where + ")").orElse(""));
            problem.help().stream().filter(next -> !help.contains(next)).forEach(help::add);
        }
        Diagnostic all = Diagnostic.of(problems.get(0).code(), problems.size() + " settings cannot be used")
                .because(String.join("\n", causes));
        for (String next : help) {
            all = all.help(next);
        }
        return new IngotException(all);
    }
}
