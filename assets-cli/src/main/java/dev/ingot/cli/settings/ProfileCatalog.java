package dev.ingot.cli.settings;

import dev.ingot.core.config.Secrets;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.StandardProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All profiles that a project has, and the settings in each of them. */
public final class ProfileCatalog {
    private final SettingSources sources;
    private final Set<Setting<?>> known;
    private final Secrets secrets;

    @Inject
    ProfileCatalog(SettingSources sources, Set<Setting<?>> known, Secrets secrets) {
        this.sources = sources;
        this.known = known;
        this.secrets = secrets;
    }

    /**
     * One profile.
     *
     * @param name its name
     * @param parent the one that it extends; a standard one extends none
     * @param description of a standard one; for others where it was written
     * @param active whether it is in force
     */
    public record Entry(String name, Optional<String> parent, String description, boolean active) {}

    /** The standard ones first. */
    public List<Entry> entries() {
        String active = LayeredSettings.resolve(sources, known, secrets).profile();
        Profiles profiles =
                new Profiles(sources.files(known.stream().map(Setting::name).collect(Collectors.toSet())));
        List<Entry> entries = new ArrayList<>();
        for (String name : profiles.names()) {
            String description = StandardProfile.find(name)
                    .map(StandardProfile::description)
                    .orElseGet(() -> profiles.sections(name).get(0).origin());
            entries.add(new Entry(name, profiles.parent(name).map(Stated::text), description, name.equals(active)));
        }
        return entries;
    }

    /** @throws dev.ingot.core.error.IngotException with code {@code unknown-profile} */
    public LayeredSettings settings(String profile) {
        return LayeredSettings.resolve(sources.with(profile), known, secrets);
    }
}
