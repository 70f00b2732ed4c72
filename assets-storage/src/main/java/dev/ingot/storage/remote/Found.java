package dev.ingot.storage.remote;

import dev.ingot.core.storage.ObjectInfo;
import java.util.Optional;

/**
 * An object as it lies in the store.
 *
 * @param info what the port shows of it
 * @param token that of the {@link Write} that made it, if it was one of ours
 */
public record Found(ObjectInfo info, Optional<String> token) {}
