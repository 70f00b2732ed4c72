package dev.ingot.core.selection;

import java.util.function.IntPredicate;

/** A text and how far it has been read. Blanks separate and mean nothing else. Not thread-safe. */
final class Scanner {
    private final String text;
    private int position;

    Scanner(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Where the next word begins. */
    int position() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return position;
    }

    boolean isAtEnd() {
        return position() == text.length();
    }

    /** The letter at the very position; 0 at the end. */
    private char here() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    boolean take(char letter) {
        position();
        return takeAttached(letter);
    }

    /** Takes a letter that follows without a blank. */
    boolean takeAttached(char letter) {
        boolean there = position < text.length() && here() == letter;
        position += there ? 1 : 0;
        return there;
    }

    /** The letters that follow without a blank; possibly none. */
    String attached(IntPredicate letters) {
        int start = position;
        while (position < text.length() && letters.test(here())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** The next word. */
    String word(String what, IntPredicate letters) {
        position();
        String word = attached(letters);
        if (word.isEmpty()) {
            throw SelectionErrors.unexpected(text, position, what);
        }
        return word;
    }

    /** Takes a word of the language if it is the next, all of it. */
    boolean takeWord(String word) {
        int start = position();
        if (attached(Letters::isName).equals(word) && here() != ':' && here() != '(') {
            return true;
        }
        position = start;
        return false;
    }

    /** Takes digits that another letter follows, such as {@code 2+}; -1 if that is not what comes next. */
    int hopsBefore(char letter) {
        int start = position();
        String digits = attached(Letters::isDigit);
        if (!digits.isEmpty() && takeAttached(letter)) {
            return hops(digits, start);
        }
        position = start;
        return -1;
    }

    /** The digits that follow without a blank; as many as there are if none does. */
    int hops() {
        int start = position;
        String digits = attached(Letters::isDigit);
        return digits.isEmpty() ? Selection.UNBOUNDED : hops(digits, start);
    }

    private int hops(String digits, int start) {
        if (digits.length() > 4 || digits.startsWith("0")) {
            throw SelectionErrors.badHops(text, start, digits);
        }
        return Integer.parseInt(digits);
    }

    /** What stands between quotes; a backslash keeps the meaning from the next letter. */
    String quoted() {
        int start = position;
        StringBuilder value = new StringBuilder();
        while (position < text.length() && here() != '"') {
            position += here() == '\\' ? 1 : 0;
            if (position < text.length()) {
                value.append(here());
                position++;
            }
        }
        if (!takeAttached('"')) {
            throw SelectionErrors.openQuote(text, start - 1);
        }
        return value.toString();
    }
}
