package dev.ingot.cli.settings;

import dev.ingot.core.config.Secrets;
import dev.ingot.core.config.Setting;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.IngotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for everything that is wrong with what somebody has written, whether it is in force or not. Asks nobody. */
final class SettingProblems {
    private final Map<String, Setting<?>> known;
    private final List<Diagnostic> problems = new ArrayList<>();

    SettingProblems(Map<String, Setting<?>> known) {
        this.known = known;
    }

    List<Diagnostic> of(SettingSources sources, List<SettingsFile> files) {
        for (SettingsFile file : files) {
            problems.addAll(file.problems());
            boolean shared =
                    sources.folders().projectFile().filter(file.path()::equals).isPresent();
            look(file.common(), shared);
            file.profiles().values().forEach(section -> look(section.values(), shared));
        }
        sources.above(known.keySet()).forEach(layer -> look(layer, false));
        problems.addAll(sources.unknownVariables(known.keySet()));
        Profiles profiles = new Profiles(files);
        problems.addAll(profiles.problems());
        // Where the files have problems of their own, the profile may be missing because of these.
        if (problems.isEmpty()) {
            try {
                profiles.chain(sources.chosen(files));
            } catch (IngotException e) {
                problems.add(e.diagnostic());
            }
        }
        return problems;
    }

    private void look(Map<String, Stated> layer, boolean shared) {
        layer.forEach((name, stated) -> {
            Setting<?> setting = known.get(name);
            if (setting == null) {
                problems.add(SettingErrors.unknown(name, stated.origin(), known.keySet()));
                return;
            }
            if (shared && setting.secret() && !stated.text().isEmpty() && !Secrets.isReference(stated.text())) {
                problems.add(SettingErrors.plainSecret(setting, stated.origin()));
            }
            try {
                setting.parse(stated.text());
            } catch (IngotException e) {
                problems.add(e.diagnostic().at(stated.origin()));
            }
        });
    }
}
