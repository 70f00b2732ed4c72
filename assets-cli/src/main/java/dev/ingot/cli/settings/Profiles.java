package dev.ingot.cli.settings;

import dev.ingot.cli.settings.SettingsFile.Section;
import dev.ingot.core.config.StandardProfile;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.IngotException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The profiles that there are: the standard ones, and those that have a section in a file. */
final class Profiles {
    private final List<SettingsFile> files;

    Profiles(List<SettingsFile> files) {
        this.files = files;
    }

    /** All names, the standard ones first. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (StandardProfile standard : StandardProfile.values()) {
            names.add(standard.id());
        }
        files.forEach(file -> names.addAll(file.profiles().keySet()));
        return names;
    }

    /** The profile that it extends; empty for a standard one. */
    Optional<Stated> parent(String name) {
        if (StandardProfile.find(name).isPresent()) {
            return Optional.empty();
        }
        return sections(name).stream()
                .flatMap(section -> section.parent().stream())
                .findFirst()
                .or(() -> Optional.of(new Stated(StandardProfile.EMBEDDED.id(), "default")));
    }

    /** The sections of that name, the file that wins first. */
    List<Section> sections(String name) {
        return files.stream()
                .flatMap(file -> Optional.ofNullable(file.profiles().get(name)).stream())
                .toList();
    }

    /**
     * A profile, what it extends, and so on; the last is a standard one.
     *
     * @throws IngotException if there is no such profile, or no end
     */
    List<String> chain(Stated profile) {
        List<String> chain = new ArrayList<>();
        Optional<Stated> next = Optional.of(profile);
        while (next.isPresent()) {
            Stated one = next.get();
            if (!names().contains(one.text())) {
                throw new IngotException(SettingErrors.unknownProfile(one.text(), one.origin(), names()));
            }
            if (chain.contains(one.text())) {
                throw new IngotException(SettingErrors.endless(one.text(), one.origin()));
            }
            chain.add(one.text());
            next = parent(one.text());
        }
        return chain;
    }

    /** What is wrong with the sections themselves. */
    List<Diagnostic> problems() {
        Set<Diagnostic> problems = new LinkedHashSet<>();
        for (String name : names()) {
            for (Section section : sections(name)) {
                if (StandardProfile.find(name).isPresent() && section.parent().isPresent()) {
                    problems.add(
                            SettingErrors.standard(name, section.parent().get().origin()));
                }
                try {
                    chain(new Stated(name, section.origin()));
                } catch (IngotException e) {
                    problems.add(e.diagnostic());
                }
            }
        }
        return List.copyOf(problems);
    }
}
