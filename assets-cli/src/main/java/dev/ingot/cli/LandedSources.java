package dev.ingot.cli;

import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.storage.LandedVersions;
import dev.ingot.core.storage.LandingZone;
import java.util.Optional;

/** The landing zone as planning sees it: at one moment, each domain's manifest is read once however many files it names. */
record LandedSources(LandingZone zone) implements SourceVersions {
    @Override
    public Optional<String> version(String source) {
        return zone.versions().version(source);
    }

    @Override
    public SourceVersions once() {
        LandedVersions versions = zone.versions();
        return new SourceVersions() {
            @Override
            public Optional<String> version(String source) {
                return versions.version(source);
            }

            @Override
            public SourceVersions once() {
                return this;
            }
        };
    }
}
