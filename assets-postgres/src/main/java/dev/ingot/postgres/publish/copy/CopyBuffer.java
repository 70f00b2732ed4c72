package dev.ingot.postgres.publish.copy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in the order of the network, as PostgreSQL's binary COPY has them. Grows as needed; not thread-safe. */
final class CopyBuffer {
    private byte[] bytes = new byte[1 << 17];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void putByte(int value) {
        reserve(Byte.BYTES);
        bytes[size++] = (byte) value;
    }

    void putShort(int value) {
        putByte(value >> 8);
        putByte(value);
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        size += Integer.BYTES;
        writeInt(size - Integer.BYTES, value);
    }

    void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    void putBytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void putText(String value) {
        putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves room for the length of what follows; {@link #endLength} fills it in. */
    int beginLength() {
        putInt(0);
        return size;
    }

    void endLength(int start) {
        writeInt(start - Integer.BYTES, size - start);
    }

    private void writeInt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
