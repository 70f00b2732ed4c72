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

    /** By code units, as object stores list them. */
    @Override
    public int compareTo(ObjectPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
