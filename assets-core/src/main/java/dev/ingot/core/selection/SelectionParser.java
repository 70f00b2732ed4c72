package dev.ingot.core.selection;

import java.util.function.IntPredicate;

/** Reads a selection, by recursive descent: {@code expression := term ("," term)*}, {@code term := "+"? name "+"? ("@" partitions "+"?)?}. */
final class SelectionParser {
    private final String text;
    private int position;

    SelectionParser(String text) {
        this.text = text;
    }

    Selection parse() {
        Selection all = term();
        while (take(',')) {
            all = new Selection.Union(all, term());
        }
        if (!atEnd()) {
            throw SelectionErrors.unexpected(text, position, "a comma");
        }
        return all;
    }

    private Selection term() {
        boolean upstream = take('+');
        Selection term = new Selection.Matching(word("a name", SelectionParser::isName));
        boolean downstream = take('+');
        if (take('@')) {
            skipBlanks();
            int start = position;
            String partitions = word("a partition", SelectionParser::isPartition);
            try {
                term = new Selection.AtPartitions(term, PartitionFilter.parse(partitions));
            } catch (dev.ingot.core.error.IngotException e) {
                throw SelectionErrors.at(text, start, e);
            }
            downstream = downstream || take('+');
        }
        term = upstream ? new Selection.WithUpstream(term) : term;
        return downstream ? new Selection.WithDownstream(term) : term;
    }

    private String word(String what, IntPredicate letters) {
        skipBlanks();
        int start = position;
        while (position < text.length() && letters.test(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw SelectionErrors.unexpected(text, position, what);
        }
        return text.substring(start, position);
    }

    private boolean take(char letter) {
        skipBlanks();
        boolean there = position < text.length() && text.charAt(position) == letter;
        position += there ? 1 : 0;
        return there;
    }

    private boolean atEnd() {
        skipBlanks();
        return position == text.length();
    }

    private void skipBlanks() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private static boolean isName(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || "_-/*.".indexOf(letter) >= 0;
    }

    private static boolean isPartition(int letter) {
        return isName(letter) && letter != '/' && letter != '*' || "~%|".indexOf(letter) >= 0;
    }
}
