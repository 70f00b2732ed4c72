package dev.ingot.core.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The complete set of files that a domain has landed.
 *
 * @param domain whose files
 * @param version names the set; a new one for each replacement
 * @param origin where it came from, for people
 * @param landedAt when
 * @param files the files, by name
 */
public record FileSet(String domain, String version, String origin, Instant landedAt, List<LandedFile> files) {
    public FileSet {
        files = List.copyOf(files);
    }

    public Optional<LandedFile> find(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * One file of a set.
     *
     * @param name such as {@code ratings.csv}
     * @param object where it lies in the landing zone's store
     * @param bytes its size
     * @param sha256 its content's hash, hexadecimal: the version that staleness looks at
     */
    public record LandedFile(String name, ObjectPath object, long bytes, String sha256) {}
}
