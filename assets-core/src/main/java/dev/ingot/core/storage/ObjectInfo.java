package dev.ingot.core.storage;

import java.time.Instant;

/**
 * What a store knows of an object.
 *
 * @param path its name
 * @param size in bytes
 * @param version changes whenever the content changes, in most stores whenever the object is written again; opaque
 * @param modifiedAt when it was last written, by the store's clock, which may show whole seconds only
 */
public record ObjectInfo(ObjectPath path, long size, String version, Instant modifiedAt) {}
