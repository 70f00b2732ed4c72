package dev.ingot.core.config;

import java.nio.file.Path;
import java.util.Map;

/** The settings in force. Immutable and thread-safe. */
public interface Settings {
    /** The value in force, the default if nobody set it. */
    <T> T get(Setting<T> setting);

    /** The folder under which everything of the project is kept that no other setting places. */
    Path state();

    /** Settings from a map of names and texts; what is not in it has its default. */
    static Settings of(Path state, Map<String, String> texts) {
        Map<String, String> copy = Map.copyOf(texts);
        return new Settings() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.parse(copy.getOrDefault(setting.name(), setting.defaultText()));
            }

            @Override
            public Path state() {
                return state;
            }
        };
    }
}
