package dev.ingot.core.storage;

/**
 * The name of an object: segments joined by {@code /}, none of them empty, {@code .} or {@code ..}, no control characters.
 *
 * @param text the whole path, without a leading or trailing slash
 */
public record ObjectPath(String text) implements Comparable<ObjectPath> {
    public ObjectPath {
        for (String segment : text.split("/", -1)) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || segment.chars().anyMatch(letter -> letter < ' ' || letter == '\\')) {
                throw new IllegalArgumentException("not an object path: '" + text + "'");
            }
        }
    }

    public static ObjectPath of(String text) {
        return new ObjectPath(text);
    }

    public ObjectPath resolve(String child) {
        return new ObjectPath(text + "/" + child);
    }

    /** The last segment. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** By the bytes of their UTF-8 form, as object stores list them: beyond the basic plane Java's own order is another. */
    @Override
    public int compareTo(ObjectPath other) {
        int length = Math.min(text.length(), other.text.length());
        for (int place = 0; place < length; place++) {
            char mine = text.charAt(place);
            char theirs = other.text.charAt(place);
            if (mine != theirs) {
                boolean oneIsBeyond = Character.isSurrogate(mine) != Character.isSurrogate(theirs);
                return oneIsBeyond ? (Character.isSurrogate(mine) ? 1 : -1) : Character.compare(mine, theirs);
            }
        }
        return Integer.compare(text.length(), other.text.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
