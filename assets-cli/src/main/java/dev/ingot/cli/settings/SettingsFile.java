package dev.ingot.cli.settings;

import dev.ingot.core.error.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of settings says.
 *
 * @param path the file
 * @param profile the profile that it chooses
 * @param common the settings for all profiles, by name
 * @param profiles its sections for single profiles, by name
 * @param problems what is wrong with its form
 */
record SettingsFile(
        Path path,
        Optional<Stated> profile,
        Map<String, Stated> common,
        Map<String, Section> profiles,
        List<Diagnostic> problems) {
    /**
     * What holds in one profile only.
     *
     * @param origin where it begins
     * @param parent the profile whose settings hold where this one says nothing
     */
    record Section(String origin, Optional<Stated> parent, Map<String, Stated> values) {}
}
