package dev.ingot.dataset.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of JSON as a manifest needs: objects, arrays, strings and numbers, as {@link Map}, {@link List}, {@link String}
 * and {@link BigDecimal}. There is neither null nor true nor false.
 */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is no such value; the message names the place
     */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        if (json.peek() != 0) {
            throw json.unexpected();
        }
        return value;
    }

    /** Writes a value with two blanks of indentation and a line end behind it. */
    static String print(Object value) {
        StringBuilder out = new StringBuilder();
        append(value, "\n", out);
        return out.append('\n').toString();
    }

    private static void append(Object value, String newLine, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String comma = "";
            out.append('{');
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.append(comma).append(newLine).append("  ");
                appendText(member.getKey().toString(), out);
                append(member.getValue(), newLine + "  ", out.append(": "));
                comma = ",";
            }
            out.append(map.isEmpty() ? "" : newLine).append('}');
        } else if (value instanceof List<?> list) {
            Iterator<?> items = list.iterator();
            out.append('[');
            while (items.hasNext()) {
                append(items.next(), newLine + "  ", out.append(newLine).append("  "));
                out.append(items.hasNext() ? "," : newLine);
            }
            out.append(']');
        } else if (value instanceof BigDecimal number) {
            out.append(number.toPlainString());
        } else {
            appendText((String) value, out);
        }
    }

    private static void appendText(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                out.append('\\').append(character);
            } else if (character < ' ') {
                out.append("\\u00").append(character < 16 ? "0" : "").append(Integer.toHexString(character));
            } else {
                out.append(character);
            }
        }
        out.append('"');
    }

    private Object value() {
        char first = peek();
        if (first == '{') {
            return object();
        }
        if (first == '[') {
            return array();
        }
        return first == '"' ? string() : number();
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
            }
            peek();
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw new IllegalArgumentException("'" + name + "' occurs twice");
            }
        }
        expect('}');
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value());
        }
        expect(']');
        return items;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char character = text.charAt(at++);
            value.append(character == '\\' ? escaped() : character);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() {
        if (text.startsWith("u", at) && at + 5 <= text.length()) {
            at += 5;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        if (text.startsWith("\"", at) || text.startsWith("\\", at)) {
            return text.charAt(at++);
        }
        throw unexpected();
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw unexpected();
        }
        return new BigDecimal(text.substring(from, at));
    }

    /** The next character that is no blank, without consuming it; 0 at the end. */
    private char peek() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("unexpected text at offset " + at);
    }
}
