package dev.ingot.core.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a growing log: each time what has come since the last time. Not thread-safe. */
public final class LogTail {
    private static final int PIECE = 64 * 1024;

    private final Path file;
    private long position;
    private byte[] begun = {};

    public LogTail(Path file) {
        this.file = file;
    }

    /** The lines that have been completed since the last call; none while there is no file. */
    public List<String> lines() {
        byte[] now = read();
        int end = lastLineEnd(now);
        begun = java.util.Arrays.copyOfRange(now, end, now.length);
        return new String(now, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    /** What has come since the last call, and a last line that its writer did not complete. */
    public List<String> rest() {
        byte[] now = read();
        begun = new byte[] {};
        return new String(now, StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] read() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(begun);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(position);
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (int read = channel.read(piece); read > 0; read = channel.read(piece.clear())) {
                bytes.write(piece.array(), 0, read);
                position += read;
            }
        } catch (NoSuchFileException e) {
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
