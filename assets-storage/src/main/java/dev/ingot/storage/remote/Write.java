package dev.ingot.storage.remote;

import dev.ingot.core.storage.ObjectPath;

/**
 * One intention to write one object.
 *
 * @param path its name
 * @param token this intention's own; kept with the object, so that the writer knows its work again when a reply was lost
 * @param onlyIfAbsent whether an object of that name stays as it is
 */
public record Write(ObjectPath path, String token, boolean onlyIfAbsent) {}
