package dev.ingot.cli.settings;

import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.schedule.Pools;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads how many places pools have. */
public final class PoolSettings {
    private PoolSettings() {}

    /** @param known all settings that modules have stated */
    public static Pools read(Collection<Setting<?>> known, Settings settings) {
        Map<String, Integer> limits = new TreeMap<>();
        for (Setting<?> setting : known) {
            Optional<String> pool = ProjectSettings.poolOf(setting);
            if (pool.isPresent() && settings.get(setting) instanceof Integer places) {
                limits.put(pool.get(), places);
            }
        }
        return new Pools(limits);
    }
}
