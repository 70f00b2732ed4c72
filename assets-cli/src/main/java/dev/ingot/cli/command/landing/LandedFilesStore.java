package dev.ingot.cli.command.landing;

import dev.ingot.cli.Console;
import dev.ingot.core.storage.FileSet;
import dev.ingot.core.storage.FileSet.LandedFile;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.StorageErrors;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The landed files of all domains, and changes to them; each makes a new set, in force in one step. */
final class LandedFilesStore {
    private final LandingZone zone;
    private final Console console;

    @Inject
    LandedFilesStore(LandingZone zone, Console console) {
        this.zone = zone;
        this.console = console;
    }

    List<String> domains() {
        try {
            return zone.domains();
        } catch (IOException e) {
            throw StorageErrors.unreadable("the landing zone", e);
        }
    }

    Optional<FileSet> current(String domain) {
        try {
            return zone.current(LandingErrors.checked(domain));
        } catch (IOException e) {
            throw StorageErrors.unreadable("the landing zone", e);
        }
    }

    /** The set in force, which has all of these. */
    FileSet required(String domain, List<String> names) {
        FileSet set = current(domain).orElseThrow(() -> LandingErrors.nothing(domain));
        for (String name : names) {
            if (set.find(name).isEmpty()) {
                throw LandingErrors.noFile(set, name);
            }
        }
        return set;
    }

    FileSet put(String domain, List<Path> files, boolean keep) {
        Map<String, LandingZone.Content> contents = new LinkedHashMap<>();
        if (keep) {
            current(domain).ifPresent(set -> set.files().forEach(file -> contents.put(file.name(), landed(file))));
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                throw LandingErrors.unreadable(file);
            }
            String name = String.valueOf(file.getFileName());
            contents.put(name, () -> new Progress(Files.newInputStream(file), name, Files.size(file), console));
        }
        return replace(domain, "files put by hand", contents);
    }

    void remove(String domain, List<String> names) {
        FileSet set = required(domain, names);
        Map<String, LandingZone.Content> contents = new LinkedHashMap<>();
        set.files().stream()
                .filter(file -> !names.isEmpty() && !names.contains(file.name()))
                .forEach(file -> contents.put(file.name(), landed(file)));
        if (contents.isEmpty()) {
            removeAll(domain);
        } else {
            replace(domain, set.origin(), contents);
        }
    }

    private LandingZone.Content landed(LandedFile file) {
        return () -> new Progress(zone.open(file), file.name(), file.bytes(), console);
    }

    private FileSet replace(String domain, String origin, Map<String, LandingZone.Content> contents) {
        try {
            return zone.replace(LandingErrors.checked(domain), origin, contents);
        } catch (IOException e) {
            throw StorageErrors.unwritable("the landing zone", e);
        }
    }

    private void removeAll(String domain) {
        try {
            zone.remove(domain);
        } catch (IOException e) {
            throw StorageErrors.unwritable("the landing zone", e);
        }
    }
}
