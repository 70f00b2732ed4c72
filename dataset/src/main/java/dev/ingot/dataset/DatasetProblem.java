package dev.ingot.dataset;

/**
 * One thing that is wrong with a data set.
 *
 * @param kind what sort of problem it is; stable, meant for programs
 * @param file the file or archive entry concerned
 * @param location where in it, such as {@code line 12, byte 345}; empty when the whole file is meant
 * @param what what is wrong, as a sentence without a full stop
 * @param help what the reader can do about it
 */
public record DatasetProblem(Kind kind, String file, String location, String what, String help) {

    /** The sorts of problems. */
    public enum Kind {
        /** Nothing is at the given path. */
        NOT_FOUND,
        /** The archive was cut off or damaged on its way: a checksum or length does not fit. */
        TRUNCATED,
        /** The first line does not name the expected columns in the expected order. */
        WRONG_HEADER,
        /** One of the four files is not there. */
        MISSING_FILE,
        /** An archive entry points outside the archive, is a link, or occurs twice. */
        UNSAFE_PATH,
        /** The bytes are not UTF-8 text. */
        WRONG_ENCODING,
        /** The file has no data rows. */
        EMPTY,
        /** The archive would unpack to more than is allowed. */
        TOO_LARGE,
        /** The file cannot be read or understood at all. */
        UNREADABLE
    }

    @Override
    public String toString() {
        String place = location.isEmpty() ? file : file + " (" + location + ")";
        return place + ": " + what + ". " + help;
    }
}
