package dev.ingot.cli.settings;

import dev.ingot.cli.settings.SettingsFile.Section;
import dev.ingot.core.config.Secrets;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.config.StandardProfile;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.IngotException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings in force, each with the place where it was set. Every name and value was checked when it was made, so
 * {@link #get} does not fail. Immutable and thread-safe.
 */
public final class LayeredSettings implements Settings {
    private final SettingSources sources;
    private final Secrets secrets;
    private final List<String> chain;
    private final Map<String, SettingValue> values;

    private LayeredSettings(
            SettingSources sources, Secrets secrets, List<String> chain, Map<String, SettingValue> values) {
        this.sources = sources;
        this.secrets = secrets;
        this.chain = chain;
        this.values = values;
    }

    /**
     * Resolves all settings that modules have stated. References to secrets stay references.
     *
     * @param known the settings that exist
     * @throws IngotException with all unknown names and unfit values of all profiles at once
     */
    public static LayeredSettings resolve(SettingSources sources, Collection<Setting<?>> known, Secrets secrets) {
        Map<String, Setting<?>> byName = new TreeMap<>();
        known.forEach(setting -> byName.put(setting.name(), setting));
        List<SettingsFile> files = sources.files(byName.keySet());
        List<Diagnostic> problems = new SettingProblems(byName).of(sources, files);
        if (!problems.isEmpty()) {
            throw SettingErrors.of(problems);
        }
        List<String> chain = new Profiles(files).chain(sources.chosen(files));
        List<Map<String, Stated>> layers = new ArrayList<>(sources.above(byName.keySet()));
        files.forEach(file -> layers.addAll(layers(file, chain)));
        Map<String, SettingValue> values = new TreeMap<>();
        byName.forEach((name, setting) -> values.put(name, value(setting, layers, chain)));
        return new LayeredSettings(sources, secrets, chain, values);
    }

    /** The sections of the profile and of those that it extends, then what is common. */
    private static List<Map<String, Stated>> layers(SettingsFile file, List<String> chain) {
        List<Map<String, Stated>> layers = new ArrayList<>();
        for (String profile : chain) {
            Section section = file.profiles().get(profile);
            if (section != null) {
                layers.add(section.values());
            }
        }
        layers.add(file.common());
        return layers;
    }

    private static SettingValue value(Setting<?> setting, List<Map<String, Stated>> layers, List<String> chain) {
        for (Map<String, Stated> layer : layers) {
            Stated stated = layer.get(setting.name());
            if (stated != null) {
                return new SettingValue(setting, stated.text(), stated.origin());
            }
        }
        Optional<StandardProfile> base = StandardProfile.find(chain.get(chain.size() - 1));
        return base.flatMap(profile ->
                        Optional.ofNullable(setting.defaults().byProfile().get(profile)))
                .map(text ->
                        new SettingValue(setting, text, "profile " + base.get().id()))
                .orElseGet(() -> new SettingValue(setting, setting.defaultText(), "default"));
    }

    @Override
    public <T> T get(Setting<T> setting) {
        SettingValue value = values.get(setting.name());
        if (value == null) {
            throw new IllegalStateException("the setting " + setting.name() + " was not stated by any module");
        }
        return setting.parse(value.text(), secrets);
    }

    @Override
    public Path state() {
        return sources.folders().state();
    }

    /** The name of the profile in force. */
    public String profile() {
        return chain.get(0);
    }

    /** All settings, by name. */
    public List<SettingValue> values() {
        return List.copyOf(values.values());
    }
}
