package dev.ingot.dataset.sample;

import dev.ingot.dataset.MovieLensFile;
import dev.ingot.dataset.sample.internal.Catalogue;
import dev.ingot.dataset.sample.internal.Chance;
import dev.ingot.dataset.sample.internal.Genre;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code movies.csv}: every movie and, before some, a defective row. */
final class MoviesWriter implements Closeable {
    private static final String[] MALFORMED = {",Harbour, The Silent (1987),Drama", ",Lost Reel (1972)", ",A,B,C,D", ""
    };
    private static final String[] BLANKS = {"", " ", "   "};

    private final CsvFile csv;
    private final Catalogue catalogue;
    private final Defects defects;
    private final Features features;

    MoviesWriter(Path folder, SampleSettings settings, Catalogue catalogue, Features features) throws IOException {
        this.catalogue = catalogue;
        this.features = features;
        csv = new CsvFile(folder, MovieLensFile.MOVIES, "\n");
        defects = new Defects(
                new Chance(settings.seed(), Chance.Stream.MOVIE_DEFECTS, 0),
                settings.defectShare(),
                Defect.MALFORMED_ROW,
                Defect.DUPLICATE,
                Defect.MISSING_TITLE,
                Defect.INVALID_MOVIE_ID);
    }

    void writeAll() throws IOException {
        for (int movie = 0; movie < catalogue.size(); movie++) {
            @Nullable Defect defect = defects.next();
            if (defect != null) {
                writeDefect(defect, movie);
            }
            String title = catalogue.title(movie);
            String genres = Genre.text(catalogue.genres(movie));
            features.addMovie(title, genres);
            csv.row(Integer.toString(catalogue.id(movie)), title, genres);
        }
    }

    Manifest.FileSummary summary() {
        return csv.summary(catalogue.size(), defects.counts());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private void writeDefect(Defect defect, int movie) throws IOException {
        Chance chance = defects.chance();
        String genres = Genre.text(catalogue.genres(movie));
        switch (defect) {
            case MALFORMED_ROW -> csv.line(catalogue.unknownId(chance) + chance.one(MALFORMED));
            case INVALID_MOVIE_ID -> csv.row(Defect.badId(chance), catalogue.title(movie), genres);
            case MISSING_TITLE -> {
                int id = chance.happens(0.5) ? catalogue.id(movie) : catalogue.unknownId(chance);
                csv.row(Integer.toString(id), chance.one(BLANKS), genres);
            }
            case DUPLICATE -> {
                int later = movie + chance.below(Math.min(50, catalogue.size() - movie));
                String title = catalogue.title(later);
                String stale = chance.happens(0.3) ? title : title.toLowerCase(Locale.ROOT);
                csv.row(Integer.toString(catalogue.id(later)), stale, genres);
            }
            default -> throw new IllegalStateException("no movie is " + defect);
        }
    }
}
