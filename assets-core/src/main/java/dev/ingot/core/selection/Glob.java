package dev.ingot.core.selection;

/** Patterns in which {@code *} stands for any letters, none included. */
final class Glob {
    private Glob() {}

    /** Takes each literal where it first fits, which never rules out a later one: linear, whatever the pattern. */
    static boolean matches(String pattern, String text) {
        String[] literals = pattern.split("\\*", -1);
        String first = literals[0];
        String last = literals[literals.length - 1];
        if (literals.length == 1) {
            return text.equals(pattern);
        }
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int position = first.length();
        for (int middle = 1; middle < literals.length - 1; middle++) {
            int found = text.indexOf(literals[middle], position);
            if (found < 0) {
                return false;
            }
            position = found + literals[middle].length();
        }
        return position <= end;
    }
}
