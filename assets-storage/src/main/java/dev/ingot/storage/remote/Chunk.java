package dev.ingot.storage.remote;

/**
 * Some bytes of an object.
 *
 * @param bytes those that were asked for, fewer only at the object's end
 * @param size of the whole object
 * @param version of the object
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Chunk(byte[] bytes, long size, String version) {}
