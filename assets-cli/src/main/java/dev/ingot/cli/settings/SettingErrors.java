package dev.ingot.cli.settings;

import dev.ingot.core.config.Setting;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The failures of settings. No text of a secret is in any of them. */
final class SettingErrors {
    private SettingErrors() {}

    static Diagnostic unknown(String name, String origin, Collection<String> known) {
        return Diagnostic.of(ErrorCode.UNKNOWN_SETTING, "There is no setting " + name)
                .at(origin)
                .help(Suggestions.sentence(name, known))
                .help("see the settings that exist with: ingot config show");
    }

    static Diagnostic form(String what, String origin) {
        return Diagnostic.of(ErrorCode.INVALID_SETTING, what).at(origin);
    }

    static Diagnostic plainSecret(Setting<?> setting, String origin) {
        return Diagnostic.of(
                        ErrorCode.INVALID_SETTING, "The secret " + setting.name() + " stands in the project's file")
                .at(origin)
                .because("whoever may read the project could read it")
                .help("write a reference instead, such as ${env:NAME}, ${file:PATH} or ${keyvault:NAME}");
    }

    static Diagnostic oldFile(Path file, String asYaml) {
        return Diagnostic.of(ErrorCode.INVALID_SETTING, "Settings are no longer read from " + file.getFileName())
                .at(file.toString())
                .because("profiles need sections, which properties do not have")
                .help("remove that file, and write " + file.resolveSibling(ProjectFolders.FILE) + ":\n" + asYaml);
    }

    static Diagnostic unknownProfile(String name, String origin, Collection<String> known) {
        return Diagnostic.of(ErrorCode.UNKNOWN_PROFILE, "There is no profile " + name)
                .at(origin)
                .help(Suggestions.sentence(name, known))
                .help("the profiles are: " + String.join(", ", known));
    }

    static Diagnostic endless(String name, String origin) {
        return Diagnostic.of(ErrorCode.INVALID_SETTING, "The profile " + name + " extends itself through others")
                .at(origin);
    }

    static Diagnostic standard(String name, String origin) {
        return Diagnostic.of(ErrorCode.INVALID_SETTING, "The profile " + name + " cannot extend another")
                .at(origin)
                .because("it is one of the standard profiles");
    }

    static IngotException unreadable(Path file, IOException cause) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_SETTING, "The settings cannot be read")
                        .at(file.toString())
                        .because(cause.toString()),
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
