package dev.ingot.dataset.archive;

import dev.ingot.dataset.DatasetProblem;
import dev.ingot.dataset.DatasetProblem.Kind;
import dev.ingot.dataset.MovieLensFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;

/** Words every problem of this package: what is wrong, and what to do. */
final class Problems {
    private static final String DOWNLOAD_AGAIN =
            "Download the archive again and compare its checksum with the published one.";
    private static final String USE_ORIGINAL = "Use the archive as its publisher offers it.";
    private static final String SAVE_AS_UTF8 = "Convert the file to UTF-8.";
    private static final int UTF16_BIG = 0xFEFF;
    private static final int UTF16_LITTLE = 0xFFFE;
    private static final int LONGEST_QUOTATION = 80;

    private Problems() {}

    static DatasetProblem notFound(Path location) {
        return of(Kind.NOT_FOUND, location.toString(), "there is no such file or folder", "Check the path.");
    }

    static DatasetProblem unreadable(String file, IOException cause) {
        String reason =
                cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return of(Kind.UNREADABLE, file, "it cannot be read (" + reason + ")", "Check the file and its permissions.");
    }

    static DatasetProblem notAnArchive(Path location) {
        return of(
                Kind.UNREADABLE,
                location.toString(),
                "it is neither a folder nor a zip archive",
                "Give a folder or a .zip with ratings.csv, movies.csv, tags.csv and links.csv.");
    }

    static DatasetProblem noCsv(Path archive) {
        return of(Kind.MISSING_FILE, archive.toString(), "it holds no CSV file", USE_ORIGINAL);
    }

    static DatasetProblem notUnpackable(String entry) {
        return of(Kind.UNREADABLE, entry, "the entry is encrypted or packed by an unknown method", USE_ORIGINAL);
    }

    static DatasetProblem ambiguous(Path location, List<String> folders) {
        String names = String.join(
                ", ", folders.stream().map(folder -> "'" + folder + "'").toList());
        return of(
                Kind.UNREADABLE,
                location.toString(),
                "it holds more than one data set, in the folders " + names,
                "Give one that holds a single data set.");
    }

    static DatasetProblem truncated(Path archive) {
        return of(Kind.TRUNCATED, archive.toString(), "the archive is cut off or damaged", DOWNLOAD_AGAIN);
    }

    static DatasetProblem damaged(String file, String what) {
        return of(Kind.TRUNCATED, file, what, DOWNLOAD_AGAIN);
    }

    static DatasetProblem unsafe(String entry, String danger) {
        return of(Kind.UNSAFE_PATH, printable(entry), danger, USE_ORIGINAL);
    }

    static DatasetProblem tooLarge(String file, long bytes, long most) {
        return of(Kind.TOO_LARGE, file, "it unpacks to " + bytes + " bytes; " + most + " are allowed", USE_ORIGINAL);
    }

    static DatasetProblem tooDense(String file, ZipEntry entry, int ratio) {
        String what = entry.getCompressedSize() + " packed bytes unpack to " + entry.getSize() + "; " + ratio
                + " times as many are allowed";
        return of(Kind.TOO_LARGE, file, what, USE_ORIGINAL);
    }

    static DatasetProblem tooManyEntries(Path archive, int most) {
        return of(Kind.TOO_LARGE, archive.toString(), "it lists more than " + most + " entries", USE_ORIGINAL);
    }

    static DatasetProblem missing(Path location, String path) {
        return of(
                Kind.MISSING_FILE,
                path,
                "the file is not in " + location,
                "Use a data set in the MovieLens CSV layout, such as ml-latest-small, ml-25m or ml-32m.");
    }

    static DatasetProblem empty(String file) {
        return of(Kind.EMPTY, file, "the file has no bytes", DOWNLOAD_AGAIN);
    }

    static DatasetProblem noRows(String file) {
        return of(Kind.EMPTY, file, "the file has a header, but no rows", DOWNLOAD_AGAIN);
    }

    static DatasetProblem wrongHeader(String path, MovieLensFile file, String header) {
        return new DatasetProblem(
                Kind.WRONG_HEADER,
                path,
                "line 1",
                "the header is '" + printable(header) + "', but should be '" + file.header() + "'",
                "Use a data set in the MovieLens CSV layout, or correct the first line.");
    }

    static DatasetProblem wrongEncoding(String path, long line, long offset, int firstTwoBytes) {
        boolean utf16 = firstTwoBytes == UTF16_BIG || firstTwoBytes == UTF16_LITTLE;
        String what = utf16
                ? "the file is UTF-16, not UTF-8"
                : "the file is not UTF-8; here is the first byte that does not fit";
        return new DatasetProblem(Kind.WRONG_ENCODING, path, "line " + line + ", byte " + offset, what, SAVE_AS_UTF8);
    }

    static DatasetProblem zeroByte(String path, long line) {
        return new DatasetProblem(
                Kind.WRONG_ENCODING, path, "line " + line, "a zero byte is no text; is the file UTF-16?", SAVE_AS_UTF8);
    }

    static DatasetProblem openQuote(String path, long line) {
        return new DatasetProblem(
                Kind.UNREADABLE,
                path,
                "line " + line,
                "a quoted field begins here and never ends, so that all behind it is one row",
                "Close the quote; a quote inside a quoted field is written twice.");
    }

    private static DatasetProblem of(Kind kind, String file, String what, String help) {
        return new DatasetProblem(kind, file, "", what, help);
    }

    /** What a stranger wrote, cut short and without characters that a terminal would obey. */
    private static String printable(String text) {
        String cut = text.length() > LONGEST_QUOTATION ? text.substring(0, LONGEST_QUOTATION) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
