package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the central directory of a zip archive (PKWARE APPNOTE, 4.3), zip64 included.
 *
 * <p>{@link java.util.zip.ZipFile} does not say whether an entry is a symbolic link, and does not tell a truncated archive
 * from one that never was any.
 */
final class ZipDirectory {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int END_LENGTH = 22;
    private static final int END64_LOCATOR_LENGTH = 20;
    private static final int END64_LENGTH = 56;
    private static final int HEADER_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST_DIRECTORY = 64 << 20;

    private final Path archive;
    private final FileChannel channel;

    private ZipDirectory(Path archive, FileChannel channel) {
        this.archive = archive;
        this.channel = channel;
    }

    /** What the directory says of an entry that {@link java.util.zip.ZipFile} does not. */
    record Entry(String name, boolean link, boolean encrypted, int method) {
        /** Why the entry must not be unpacked, if so. */
        Optional<String> danger() {
            if (link) {
                return Optional.of("the entry is a symbolic link");
            }
            if (name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*")) {
                return Optional.of("the entry has an absolute path");
            }
            if (List.of(name.split("[/\\\\]", -1)).contains("..")) {
                return Optional.of("the entry's path leads out of the archive");
            }
            return name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0
                    ? Optional.of("the entry's path has a character that means different things on different systems")
                    : Optional.empty();
        }

        /** Whether the JDK can unpack it: stored or deflated, and not encrypted. */
        boolean canBeUnpacked() {
            return !encrypted && (method == 0 || method == 8);
        }
    }

    /**
     * Reads all entries in the order of the directory.
     *
     * @throws DatasetException if the file is no zip archive, is cut off, or lists more than {@code mostEntries}
     */
    static List<Entry> read(Path archive, int mostEntries) throws IOException {
        try (FileChannel channel = FileChannel.open(archive)) {
            return new ZipDirectory(archive, channel).read(mostEntries);
        }
    }

    private List<Entry> read(int mostEntries) throws IOException {
        if (channel.size() == 0) {
            throw refused(Problems.empty(archive.toString()));
        }
        int first = channel.size() < END_LENGTH ? 0 : bytes(0, 4).getInt();
        if (first != LOCAL_HEADER && first != END) {
            throw refused(Problems.notAnArchive(archive));
        }
        ByteBuffer directory = directory();
        List<Entry> entries = new ArrayList<>();
        while (directory.hasRemaining()) {
            if (entries.size() == mostEntries) {
                throw refused(Problems.tooManyEntries(archive, mostEntries));
            }
            entries.add(entry(directory));
        }
        return entries;
    }

    private Entry entry(ByteBuffer directory) {
        int at = directory.position();
        if (directory.remaining() < HEADER_LENGTH || directory.getInt(at) != CENTRAL_HEADER) {
            throw refused(Problems.truncated(archive));
        }
        int nameLength = unsigned(directory, at + 28);
        int length = HEADER_LENGTH + nameLength + unsigned(directory, at + 30) + unsigned(directory, at + 32);
        if (directory.remaining() < length) {
            throw refused(Problems.truncated(archive));
        }
        byte[] name = new byte[nameLength];
        directory.get(at + HEADER_LENGTH, name);
        int unixMode = directory.getInt(at + 38) >>> 16;
        boolean encrypted = (unsigned(directory, at + 8) & 1) != 0;
        directory.position(at + length);
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                (unixMode & 0xF000) == 0xA000,
                encrypted,
                unsigned(directory, at + 10));
    }

    /** The bytes of the central directory. */
    private ByteBuffer directory() throws IOException {
        long end = findEnd();
        ByteBuffer record = bytes(end, END_LENGTH);
        long length = Integer.toUnsignedLong(record.getInt(12));
        long start = end - length;
        if (end >= END64_LOCATOR_LENGTH) {
            ByteBuffer locator = bytes(end - END64_LOCATOR_LENGTH, END64_LOCATOR_LENGTH);
            if (locator.getInt(0) == END64_LOCATOR) {
                ByteBuffer record64 = bytes(locator.getLong(8), END64_LENGTH);
                if (record64.getInt(0) != END64) {
                    throw refused(Problems.truncated(archive));
                }
                length = record64.getLong(40);
                start = record64.getLong(48);
            }
        }
        if (length > LARGEST_DIRECTORY) {
            throw refused(Problems.tooLarge(archive.toString(), length, LARGEST_DIRECTORY));
        }
        return bytes(start, (int) length);
    }

    /** The place of the record at the end of the archive; it may be followed by a comment. */
    private long findEnd() throws IOException {
        int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
        long from = channel.size() - length;
        ByteBuffer tail = bytes(from, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_LENGTH + unsigned(tail, at + 20) == length) {
                return from + at;
            }
        }
        throw refused(Problems.truncated(archive));
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        if (from < 0 || length < 0 || from + length > channel.size()) {
            throw refused(Problems.truncated(archive));
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw refused(Problems.truncated(archive));
            }
        }
        return bytes.flip();
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static DatasetException refused(DatasetProblem problem) {
        return new DatasetException(List.of(problem));
    }
}
