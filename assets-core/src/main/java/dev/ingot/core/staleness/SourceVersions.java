package dev.ingot.core.staleness;

import java.util.Optional;

/** Tells the version of a source file, named {@code domain/file}; empty when it has not landed. */
@FunctionalInterface
public interface SourceVersions {
    Optional<String> version(String source);
}
