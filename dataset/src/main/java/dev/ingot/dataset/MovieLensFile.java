package dev.ingot.dataset;

import java.util.List;

/** A file of the MovieLens CSV layout: its name and its columns, in order. */
public enum MovieLensFile {
    RATINGS("ratings.csv", "userId", "movieId", "rating", "timestamp"),
    MOVIES("movies.csv", "movieId", "title", "genres"),
    TAGS("tags.csv", "userId", "movieId", "tag", "timestamp"),
    LINKS("links.csv", "movieId", "imdbId", "tmdbId");

    /** What stands in {@code genres} of a movie without genres; genres are otherwise separated by {@code |}. */
    public static final String NO_GENRES = "(no genres listed)";

    private final String fileName;
    private final String header;

    MovieLensFile(String fileName, String... columns) {
        this.fileName = fileName;
        this.header = String.join(",", columns);
    }

    /** The name of the file, such as {@code ratings.csv}. */
    public String fileName() {
        return fileName;
    }

    /** The names of the columns in their order in the file. */
    public List<String> columns() {
        return List.of(header.split(",", -1));
    }

    /** The first line of the file, without its line end: {@code userId,movieId,rating,timestamp}. */
    public String header() {
        return header;
    }
}
