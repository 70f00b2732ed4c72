package dev.ingot.cli.settings;

import dev.ingot.core.config.SecretSource;
import dev.ingot.core.config.Secrets;
import dev.ingot.core.config.Setting;
import dev.ingot.core.error.Diagnostic;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Looks at everything that was written for settings, in all files and profiles, and at the references in force. */
public final class SettingsCheck {
    private final SettingSources sources;
    private final Set<Setting<?>> known;
    private final Secrets secrets;

    @Inject
    SettingsCheck(SettingSources sources, Set<Setting<?>> known, Secrets secrets) {
        this.sources = sources;
        this.known = known;
        this.secrets = secrets;
    }

    /** Everything that is wrong and can be known without asking another machine. */
    public List<Diagnostic> offline() {
        Map<String, Setting<?>> byName = new TreeMap<>();
        known.forEach(setting -> byName.put(setting.name(), setting));
        List<Diagnostic> problems = new SettingProblems(byName).of(sources, sources.files(byName.keySet()));
        return problems.isEmpty() ? references(SecretSource::isLocal) : problems;
    }

    /**
     * What is wrong with the references to secrets that are in force.
     *
     * @param asked the places that may be asked
     */
    public List<Diagnostic> references(Predicate<SecretSource> asked) {
        List<Diagnostic> problems = new ArrayList<>();
        for (SettingValue value :
                LayeredSettings.resolve(sources, known, secrets).values()) {
            if (value.setting().secret()) {
                secrets.problems(value.setting().name(), value.text(), asked)
                        .forEach(problem ->
                                problems.add(problem.at(value.setting().name() + ", " + value.origin())));
            }
        }
        return problems;
    }
}
