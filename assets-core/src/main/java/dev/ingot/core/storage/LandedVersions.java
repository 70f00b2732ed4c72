package dev.ingot.core.storage;

import dev.ingot.core.storage.FileSet.LandedFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The content hashes of landed files at one moment: each domain's manifest is read once, when it is first asked for. Thread-safe. */
public final class LandedVersions {
    private final LandingZone zone;
    private final Map<String, Optional<FileSet>> known = new ConcurrentHashMap<>();

    LandedVersions(LandingZone zone) {
        this.zone = zone;
    }

    /**
     * The content hash of a landed file named {@code domain/file}; empty when it has not landed.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code unreachable-store} when the store cannot be read
     */
    public Optional<String> version(String source) {
        int slash = source.indexOf('/');
        return known.computeIfAbsent(source.substring(0, slash), this::read)
                .flatMap(set -> set.find(source.substring(slash + 1)))
                .map(LandedFile::sha256);
    }

    private Optional<FileSet> read(String domain) {
        try {
            return zone.current(domain);
        } catch (IOException e) {
            throw StorageErrors.unreadable("the landing zone", e);
        }
    }
}
