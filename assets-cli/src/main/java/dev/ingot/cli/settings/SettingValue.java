package dev.ingot.cli.settings;

import dev.ingot.core.config.Setting;

/**
 * A setting with the text in force.
 *
 * @param setting which one
 * @param text the text, as it was written; a secret's too
 * @param origin where it was written, for people, such as {@code --set}, {@code INGOT_SPARK_MASTER} or {@code ingot.yaml:3}
 */
public record SettingValue(Setting<?> setting, String text, String origin) {
    /** The text as it may be shown. */
    public String shown() {
        return setting.shown(text);
    }
}
