package dev.ingot.dataset.archive;

/**
 * Follows the characters of a CSV text (RFC 4180) and counts its rows and lines.
 *
 * <p>A line end inside quotes ends no row; blank lines are no rows; LF, CRLF and CR all end a line.
 */
final class RowCounter {
    private static final int LONGEST_HEADER = 1000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StringBuilder header = new StringBuilder();
    private State state = State.FIELD_START;
    private boolean headerRead;
    private boolean blank = true;
    private boolean afterCarriageReturn;
    private boolean atStart = true;
    private long rows;
    private long line = 1;
    private long quoteLine;

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    void accept(char character) {
        if (atStart) {
            atStart = false;
            if (character == BYTE_ORDER_MARK) {
                return;
            }
        }
        if (character == '\n' || character == '\r') {
            acceptLineEnd(character);
            return;
        }
        afterCarriageReturn = false;
        blank = false;
        if (!headerRead && header.length() < LONGEST_HEADER) {
            header.append(character);
        }
        state = next(character);
    }

    /** Says that the text is at its end; a last row needs no line end. */
    void finish() {
        if (!blank) {
            endRow();
        }
    }

    /** The first line, without its line end and without a byte order mark. */
    String header() {
        return header.toString();
    }

    /** The rows so far, without the header. */
    long rows() {
        return rows;
    }

    /** The number of the present line; the first is 1. */
    long line() {
        return line;
    }

    /** The line on which a quoted field was opened that is open still, or 0. */
    long openQuoteLine() {
        return state == State.QUOTED ? quoteLine : 0;
    }

    private State next(char character) {
        if (state == State.QUOTED) {
            return character == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
        }
        if (character == ',') {
            return State.FIELD_START;
        }
        if (character == '"' && state != State.PLAIN) {
            quoteLine = state == State.FIELD_START ? line : quoteLine;
            return State.QUOTED;
        }
        return State.PLAIN;
    }

    private void acceptLineEnd(char character) {
        boolean secondOfPair = character == '\n' && afterCarriageReturn;
        afterCarriageReturn = character == '\r';
        if (secondOfPair) {
            return;
        }
        line++;
        if (state != State.QUOTED) {
            endRow();
        }
    }

    private void endRow() {
        if (headerRead && !blank) {
            rows++;
        }
        headerRead = true;
        blank = true;
        if (state != State.QUOTED) {
            state = State.FIELD_START;
        }
    }
}
