package dev.ingot.dataset.sample;

import dev.ingot.dataset.MovieLensFile;
import dev.ingot.dataset.sample.internal.Catalogue;
import dev.ingot.dataset.sample.internal.Chance;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes {@code links.csv}, with CRLF line ends: a link of every movie and, before some, a defective row. */
final class LinksWriter implements Closeable {
    private static final String[] MALFORMED = {",0114709", ",0114709,862,", "", ",0114709,8,62"};
    private static final String[] BAD_IMDB_IDS = {"", "tt0114709", "12345", "123456789", "01147x9", "n/a"};
    private static final String[] BAD_TMDB_IDS = {"0", "-862", "none", "8.62", "86 2"};
    private static final int EIGHT_DIGITS = 10_000_000;

    private final CsvFile csv;
    private final Catalogue catalogue;
    private final Defects defects;
    private final Features features;
    private final long seed;

    LinksWriter(Path folder, SampleSettings settings, Catalogue catalogue, Features features) throws IOException {
        this.catalogue = catalogue;
        this.features = features;
        this.seed = settings.seed();
        csv = new CsvFile(folder, MovieLensFile.LINKS, "\r\n");
        defects = new Defects(
                new Chance(seed, Chance.Stream.LINK_DEFECTS, 0),
                settings.defectShare(),
                Defect.INVALID_IMDB_ID,
                Defect.INVALID_TMDB_ID,
                Defect.UNKNOWN_MOVIE,
                Defect.DUPLICATE,
                Defect.MALFORMED_ROW,
                Defect.INVALID_MOVIE_ID);
    }

    void writeAll() throws IOException {
        for (int movie = 0; movie < catalogue.size(); movie++) {
            @Nullable Defect defect = defects.next();
            if (defect != null) {
                writeDefect(defect, link(movie));
            }
            Link link = link(movie);
            features.addLink(link.imdbId(), link.tmdbId());
            csv.row(link.movieId(), link.imdbId(), link.tmdbId());
        }
        features.addCrlfFile();
    }

    Manifest.FileSummary summary() {
        return csv.summary(catalogue.size(), defects.counts());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** The link of a movie. Its numbers grow with the movie, so that no two share one. */
    private Link link(int movie) {
        Chance chance = new Chance(seed, Chance.Stream.LINK, movie);
        int number = 1000 + movie * 90 + chance.below(90);
        int imdb = catalogue.releaseYear(movie) >= 2017 && chance.happens(0.3) ? EIGHT_DIGITS + number : number;
        String imdbText = "0".repeat(Math.max(0, 7 - Integer.toString(imdb).length())) + imdb;
        String tmdbText = chance.happens(0.003) ? "" : Integer.toString(2 + movie * 7 + chance.below(7));
        return new Link(Integer.toString(catalogue.id(movie)), imdbText, tmdbText);
    }

    private void writeDefect(Defect defect, Link link) throws IOException {
        Chance chance = defects.chance();
        switch (defect) {
            case MALFORMED_ROW -> csv.line(link.movieId() + chance.one(MALFORMED));
            case INVALID_MOVIE_ID -> csv.row(Defect.badId(chance), link.imdbId(), link.tmdbId());
            case INVALID_IMDB_ID -> csv.row(link.movieId(), chance.one(BAD_IMDB_IDS), link.tmdbId());
            case INVALID_TMDB_ID -> csv.row(link.movieId(), link.imdbId(), chance.one(BAD_TMDB_IDS));
            case UNKNOWN_MOVIE -> csv.row(Integer.toString(catalogue.unknownId(chance)), link.imdbId(), link.tmdbId());
            case DUPLICATE -> csv.row(link.movieId(), link.imdbId(), chance.happens(0.5) ? link.tmdbId() : "");
            default -> throw new IllegalStateException("no link is " + defect);
        }
    }

    private record Link(String movieId, String imdbId, String tmdbId) {}
}
