package dev.ingot.core.staleness;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the version of a source file, named {@code domain/file}; empty when it has not landed. */
@FunctionalInterface
public interface SourceVersions {
    Optional<String> version(String source);

    /** The same, but each source is asked once: what is loaded meanwhile does not show. Thread-safe if this one is. */
    default SourceVersions once() {
        Map<String, Optional<String>> known = new ConcurrentHashMap<>();
        return source -> known.computeIfAbsent(source, this::version);
    }
}
