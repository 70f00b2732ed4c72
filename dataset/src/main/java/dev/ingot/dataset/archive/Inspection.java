package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetProblem;
import dev.ingot.dataset.MovieLensFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** One pass over a file: its size, checksums, encoding, header and rows. */
final class Inspection {
    private static final int CHUNK = 1 << 16;

    private final MovieLensFile file;
    private final String path;
    private final List<DatasetProblem> problems = new ArrayList<>();
    /** What is wrong with the text; it does not count when the bytes are not those that were packed. */
    private final List<DatasetProblem> textProblems = new ArrayList<>();

    private final MessageDigest digest = sha256Digest();
    private final CRC32 crc = new CRC32();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer characters = CharBuffer.allocate(CHUNK);
    private final RowCounter counter = new RowCounter();
    private long bytes;
    private long decodedBytes;
    private String sha256 = "";

    private Inspection(MovieLensFile file, String path) {
        this.file = file;
        this.path = path;
    }

    static Inspection of(Source source, String path, MovieLensFile file) {
        Inspection inspection = new Inspection(file, path);
        try (InputStream in = source.open(path)) {
            inspection.read(in, source.expected(path));
        } catch (EOFException | ZipException e) {
            inspection.problems.add(Problems.damaged(path, "its packed bytes cannot be read to the end"));
        } catch (IOException e) {
            inspection.problems.add(Problems.unreadable(path, e));
        }
        return inspection;
    }

    MovieLensFile file() {
        return file;
    }

    String path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    List<DatasetProblem> problems() {
        return problems;
    }

    DataFile asDataFile(Source source) {
        return new DataFile(this, counter.rows(), source);
    }

    private void read(InputStream in, Source.Expected expected) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        boolean text = true;
        int count;
        while ((count = in.read(buffer.array(), buffer.position(), buffer.remaining())) >= 0) {
            digest.update(buffer.array(), buffer.position(), count);
            crc.update(buffer.array(), buffer.position(), count);
            bytes += count;
            if (expected.bytes() >= 0 && bytes > expected.bytes()) {
                problems.add(Problems.damaged(path, "it is longer than the archive says"));
                return;
            }
            buffer.limit(buffer.position() + count).position(0);
            text = text && decode(buffer, false);
            if (text) {
                buffer.compact();
            } else {
                buffer.clear();
            }
        }
        if (text && decode(buffer.flip(), true)) {
            counter.finish();
            judgeText();
        }
        if (checkIntegrity(expected)) {
            problems.addAll(textProblems);
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    private boolean checkIntegrity(Source.Expected expected) {
        if (expected.bytes() >= 0 && bytes != expected.bytes()) {
            problems.add(Problems.damaged(path, "it is shorter than the archive says"));
            return false;
        }
        if (expected.crc() >= 0 && crc.getValue() != expected.crc()) {
            problems.add(Problems.damaged(path, "its bytes do not have the checksum that the archive says"));
            return false;
        }
        return true;
    }

    /** Counts what can be decoded; false, with a problem, at the first byte that is no UTF-8 text. */
    private boolean decode(ByteBuffer buffer, boolean end) {
        while (true) {
            int from = buffer.position();
            CoderResult result = decoder.decode(buffer, characters, end);
            decodedBytes += buffer.position() - from;
            if (!count()) {
                return false;
            }
            if (result.isError()) {
                textProblems.add(Problems.wrongEncoding(path, counter.line(), decodedBytes, startOf(buffer)));
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }

    private boolean count() {
        characters.flip();
        while (characters.hasRemaining()) {
            char character = characters.get();
            if (character == 0) {
                textProblems.add(Problems.zeroByte(path, counter.line()));
                return false;
            }
            counter.accept(character);
        }
        characters.clear();
        return true;
    }

    private int startOf(ByteBuffer buffer) {
        return decodedBytes > 0 || buffer.limit() < 2 ? 0 : buffer.getShort(0) & 0xFFFF;
    }

    private void judgeText() {
        if (bytes == 0) {
            textProblems.add(Problems.empty(path));
        } else if (!counter.header().equals(file.header())) {
            textProblems.add(Problems.wrongHeader(path, file, counter.header()));
        } else if (counter.rows() == 0) {
            textProblems.add(Problems.noRows(path));
        }
        if (counter.openQuoteLine() > 0) {
            textProblems.add(Problems.openQuote(path, counter.openQuoteLine()));
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
