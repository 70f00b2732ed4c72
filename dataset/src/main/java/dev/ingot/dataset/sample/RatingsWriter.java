package dev.ingot.dataset.sample;

import dev.ingot.dataset.MovieLensFile;
import dev.ingot.dataset.sample.internal.Catalogue;
import dev.ingot.dataset.sample.internal.Chance;
import dev.ingot.dataset.sample.internal.HalfStars;
import dev.ingot.dataset.sample.internal.Timeline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes {@code ratings.csv}: every good rating and, beside some, a defective row made from it. */
final class RatingsWriter implements Closeable {
    private static final String[] NOT_NUMBERS = {"five", "", "3,5", "N/A", "****", "4.0 stars"};
    private static final String[] OUT_OF_RANGE = {"0.0", "5.5", "-1.0", "10.0", "3.7", "2.25"};
    private static final long LONGEST_SECOND_THOUGHT = 60 * 86_400;

    private final CsvFile csv;
    private final Catalogue catalogue;
    private final Defects defects;
    private final TreeMap<Integer, Long> byYear = new TreeMap<>();
    private long good;

    RatingsWriter(Path folder, SampleSettings settings, Catalogue catalogue) throws IOException {
        this.catalogue = catalogue;
        csv = new CsvFile(folder, MovieLensFile.RATINGS, "\n");
        defects = new Defects(
                new Chance(settings.seed(), Chance.Stream.RATING_DEFECTS, 0),
                settings.defectShare(),
                Defect.DUPLICATE,
                Defect.UNKNOWN_MOVIE,
                Defect.RATING_OUT_OF_RANGE,
                Defect.DUPLICATE,
                Defect.MALFORMED_ROW,
                Defect.INVALID_TIMESTAMP,
                Defect.DUPLICATE,
                Defect.INVALID_RATING,
                Defect.INVALID_USER_ID,
                Defect.INVALID_MOVIE_ID);
    }

    void write(Rating rating) throws IOException {
        @Nullable Defect defect = defects.next();
        boolean before = defect != null && defects.chance().happens(0.5);
        if (defect != null && before) {
            writeDefect(defect, rating);
        }
        csv.row(rating.userText(), rating.movieText(), rating.starsText(), rating.timeText());
        byYear.merge(Timeline.yearOf(rating.time()), 1L, Long::sum);
        good++;
        if (defect != null && !before) {
            writeDefect(defect, rating);
        }
    }

    /** The good ratings of each year that has any. */
    SortedMap<Integer, Long> byYear() {
        return byYear;
    }

    Manifest.FileSummary summary() {
        return csv.summary(good, defects.counts());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private void writeDefect(Defect defect, Rating rating) throws IOException {
        Chance chance = defects.chance();
        String user = rating.userText();
        String movie = rating.movieText();
        String stars = rating.starsText();
        String time = rating.timeText();
        switch (defect) {
            case MALFORMED_ROW -> csv.line(malformed(rating, chance));
            case INVALID_USER_ID -> csv.row(Defect.badId(chance), movie, stars, time);
            case INVALID_MOVIE_ID -> csv.row(user, Defect.badId(chance), stars, time);
            case INVALID_RATING -> csv.row(user, movie, chance.one(NOT_NUMBERS), time);
            case RATING_OUT_OF_RANGE -> csv.row(user, movie, chance.one(OUT_OF_RANGE), time);
            case INVALID_TIMESTAMP -> csv.row(user, movie, stars, Defect.badTime(chance));
            case UNKNOWN_MOVIE -> csv.row(user, Integer.toString(catalogue.unknownId(chance)), stars, time);
            case DUPLICATE -> {
                Rating loser = loser(rating, chance);
                csv.row(user, movie, loser.starsText(), loser.timeText());
            }
            default -> throw new IllegalStateException("no rating is " + defect);
        }
    }

    private static String malformed(Rating rating, Chance chance) {
        String ids = rating.userText() + "," + rating.movieText();
        return switch (chance.below(4)) {
            case 0 -> ids;
            case 1 -> ids + "," + rating.starsText();
            case 2 -> ids + ",3,5," + rating.timeText();
            default -> ids + "," + rating.starsText() + "," + rating.timeText() + ",";
        };
    }

    /** A rating of the same user and movie that must give way: repeated, lower at the same time, or earlier. */
    private static Rating loser(Rating winner, Chance chance) {
        return switch (chance.below(4)) {
            case 0 -> winner;
            case 1 -> winner.with(1 + chance.below(winner.halfStars()), winner.time());
            case 2 -> earlier(winner, Math.min(LONGEST_SECOND_THOUGHT, winner.time() - Timeline.START), chance);
            default -> earlier(winner, winner.time() - Timeline.START, chance);
        };
    }

    private static Rating earlier(Rating winner, long atMost, Chance chance) {
        long by = (long) StrictMath.ceil(chance.unit() * atMost);
        return by == 0 ? winner : winner.with(1 + chance.below(HalfStars.MOST), winner.time() - by);
    }

    /** One rating, as it stands in a row. */
    record Rating(int user, int movieId, int halfStars, long time) {
        Rating with(int newHalfStars, long newTime) {
            return new Rating(user, movieId, newHalfStars, newTime);
        }

        String userText() {
            return Integer.toString(user);
        }

        String movieText() {
            return Integer.toString(movieId);
        }

        String starsText() {
            return HalfStars.text(halfStars);
        }

        String timeText() {
            return Long.toString(time);
        }
    }
}
