package dev.ingot.core.selection;

/** Prints expressions with no more parentheses than reading them back needs. */
final class Printing {
    static final int OR = 0;
    static final int AND = 1;
    static final int NOT = 2;
    static final int DOWNSTREAM = 3;
    static final int UPSTREAM = 4;
    static final int AT = 5;
    static final int ATOM = 6;

    private Printing() {}

    /** The text of a part, in a place where only what binds at least so tightly stands without parentheses. */
    static String inside(Selection part, int least) {
        return level(part) < least ? "(" + part + ")" : part.toString();
    }

    private static int level(Selection of) {
        if (of instanceof Selection.Or) {
            return OR;
        }
        if (of instanceof Selection.And) {
            return AND;
        }
        if (of instanceof Selection.Not) {
            return NOT;
        }
        if (of instanceof Selection.WithDownstream) {
            return DOWNSTREAM;
        }
        if (of instanceof Selection.WithUpstream) {
            return UPSTREAM;
        }
        return of instanceof Selection.AtPartitions ? AT : ATOM;
    }

    static String hops(int hops) {
        return hops == Selection.UNBOUNDED ? "" : Integer.toString(hops);
    }

    /** A value as it is, or between quotes where it has letters that mean something. */
    static String value(String value) {
        boolean plain = !value.isEmpty() && value.chars().allMatch(Letters::isValue);
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
