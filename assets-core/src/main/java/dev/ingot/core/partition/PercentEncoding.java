package dev.ingot.core.partition;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encodes, in UTF-8, every byte outside {@code [A-Za-z0-9_-]}: safe in paths, in SQL and beside {@code ~}. */
final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    static String encode(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(unit)) {
                text.append((char) unit);
            } else {
                text.append('%').append(HEX.charAt((unit >> 4) & 15)).append(HEX.charAt(unit & 15));
            }
        }
        return text.toString();
    }

    static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int position = 0;
        while (position < text.length()) {
            char letter = text.charAt(position);
            if (letter == '%') {
                bytes.write(hexadecimal(text, position));
                position += 3;
            } else if (isPlain(letter)) {
                bytes.write(letter);
                position++;
            } else {
                throw PartitionErrors.unreadable(text, position);
            }
        }
        return checked(text, bytes.toByteArray());
    }

    /** Only the canonical form is accepted, so that no two texts mean one key. */
    private static String checked(String text, byte[] bytes) {
        try {
            String value = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (value.isEmpty() || !encode(value).equals(text)) {
                throw PartitionErrors.unreadable(text, 0);
            }
            return value;
        } catch (CharacterCodingException e) {
            throw PartitionErrors.unreadable(text, 0);
        }
    }

    private static int hexadecimal(String text, int position) {
        if (position + 2 >= text.length()) {
            throw PartitionErrors.unreadable(text, position);
        }
        int high = HEX.indexOf(text.charAt(position + 1));
        int low = HEX.indexOf(text.charAt(position + 2));
        if (high < 0 || low < 0) {
            throw PartitionErrors.unreadable(text, position);
        }
        return high * 16 + low;
    }

    private static boolean isPlain(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '_'
                || letter == '-';
    }
}
