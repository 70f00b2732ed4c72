package dev.ingot.cli.settings;

import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.IngotException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings in force, each with the place where it was set. Every name and value was checked when it was made, so
 * {@link #get} does not fail. Immutable and thread-safe.
 */
public final class LayeredSettings implements Settings {
    private final Path state;
    private final Map<String, SettingValue> values;

    private LayeredSettings(Path state, Map<String, SettingValue> values) {
        this.state = state;
        this.values = values;
    }

    /**
     * Resolves all settings that modules have stated.
     *
     * @param known the settings that exist
     * @throws IngotException with all unknown names and unfit values at once
     */
    public static LayeredSettings resolve(SettingSources sources, Collection<Setting<?>> known) {
        Map<String, Setting<?>> byName = new TreeMap<>();
        known.forEach(setting -> byName.put(setting.name(), setting));
        List<Diagnostic> problems = new ArrayList<>(sources.unknown(byName.keySet()));
        SmallRyeConfig config = sources.config(byName.keySet());
        Map<String, SettingValue> values = new TreeMap<>();
        byName.forEach((name, setting) -> {
            SettingValue value = value(setting, config.getConfigValue(name));
            try {
                setting.parse(value.text());
            } catch (IngotException e) {
                problems.add(e.diagnostic().at(value.origin()));
            }
            values.put(name, value);
        });
        if (!problems.isEmpty()) {
            throw SettingErrors.of(problems);
        }
        return new LayeredSettings(sources.folders().state(), values);
    }

    private static SettingValue value(Setting<?> setting, ConfigValue found) {
        String text = found.getRawValue();
        if (text == null) {
            return new SettingValue(setting, setting.defaultText(), "default");
        }
        String line = found.getLineNumber() > 0 ? ":" + found.getLineNumber() : "";
        return new SettingValue(setting, text, SettingSources.origin(found.getConfigSourceName(), setting) + line);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        SettingValue value = values.get(setting.name());
        if (value == null) {
            throw new IllegalStateException("the setting " + setting.name() + " was not stated by any module");
        }
        return setting.parse(value.text());
    }

    @Override
    public Path state() {
        return state;
    }

    /** All settings, by name. */
    public List<SettingValue> values() {
        return List.copyOf(values.values());
    }
}
