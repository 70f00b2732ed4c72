package dev.ingot.dataset.sample;

import dev.ingot.dataset.MovieLensFile;
import dev.ingot.dataset.sample.internal.Catalogue;
import dev.ingot.dataset.sample.internal.Chance;
import dev.ingot.dataset.sample.internal.Timeline;
import dev.ingot.dataset.sample.internal.Viewer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code tags.csv}: one user in ten tags some of the movies that he has rated; beside some a defective row. */
final class TagsWriter implements Closeable {
    private static final String[] TAGS = {
        "atmospheric",
        "slow, but good",
        "visually stunning",
        "twist ending",
        "dark comedy",
        "Based on a Book",
        "overrated",
        "classic",
        "surreal",
        "time travel",
        "great soundtrack",
        "unreliable narrator",
        "\"must see\"",
        "predictable",
        "quirky",
        "cult film",
        "film français",
        "courtroom",
        "small town",
        "road trip",
        "heist",
        "coming of age",
        "black and white",
        "subtitles",
        "great ending",
        "In Netflix queue",
        "family",
        "bittersweet",
        "chess",
        "trains",
        "lighthouse",
        "Oscar (Best Picture)",
        "boring",
        "rewatchable",
        "tense",
        "philosophical"
    };
    private static final String[] MALFORMED_TAGS = {",slow, but good,", ",classic", "", ",a,b,c,"};
    private static final String[] EMPTY_TAGS = {"", " ", "    "};

    private final CsvFile csv;
    private final Catalogue catalogue;
    private final Defects defects;
    private final long seed;
    private long good;

    TagsWriter(Path folder, SampleSettings settings, Catalogue catalogue) throws IOException {
        this.catalogue = catalogue;
        this.seed = settings.seed();
        csv = new CsvFile(folder, MovieLensFile.TAGS, "\n");
        defects = new Defects(
                new Chance(seed, Chance.Stream.TAG_DEFECTS, 0),
                settings.defectShare(),
                Defect.DUPLICATE,
                Defect.EMPTY_TAG,
                Defect.UNKNOWN_MOVIE,
                Defect.INVALID_TIMESTAMP,
                Defect.MALFORMED_ROW,
                Defect.INVALID_USER_ID,
                Defect.INVALID_MOVIE_ID);
    }

    /** Writes the tags of a user, if any; the first user always has some. */
    void write(Viewer viewer) throws IOException {
        Chance chance = new Chance(seed, Chance.Stream.TAGS, viewer.user());
        if (viewer.user() > 1 && !chance.happens(0.1)) {
            return;
        }
        for (int place = 0; place < viewer.seen(); place++) {
            if (place == 0 || chance.happens(0.25)) {
                long time = Math.min(Timeline.END - 1, viewer.time(place) + 20 + chance.below(600));
                writeTags(viewer.user(), catalogue.id(viewer.movie(place)), time, chance);
            }
        }
    }

    Manifest.FileSummary summary() {
        return csv.summary(good, defects.counts());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** Writes one to three different tags of one movie. */
    private void writeTags(int user, int movieId, long time, Chance chance) throws IOException {
        int first = chance.below(TAGS.length);
        int count = 1 + chance.below(3) * chance.below(2);
        for (int i = 0; i < count; i++) {
            String text = TAGS[(first + 11 * i) % TAGS.length];
            write(new Tag(Integer.toString(user), Integer.toString(movieId), text, time + i));
        }
    }

    private void write(Tag tag) throws IOException {
        @Nullable Defect defect = defects.next();
        if (defect != null) {
            writeDefect(defect, tag);
        }
        csv.row(tag.user(), tag.movie(), tag.text(), Long.toString(tag.time()));
        good++;
    }

    private void writeDefect(Defect defect, Tag tag) throws IOException {
        Chance chance = defects.chance();
        String time = Long.toString(tag.time());
        switch (defect) {
            case MALFORMED_ROW -> csv.line(tag.user() + "," + tag.movie() + malformedEnd(time, chance));
            case INVALID_USER_ID -> csv.row(Defect.badId(chance), tag.movie(), tag.text(), time);
            case INVALID_MOVIE_ID -> csv.row(tag.user(), Defect.badId(chance), tag.text(), time);
            case EMPTY_TAG -> csv.row(tag.user(), tag.movie(), chance.one(EMPTY_TAGS), time);
            case INVALID_TIMESTAMP -> csv.row(tag.user(), tag.movie(), tag.text(), Defect.badTime(chance));
            case UNKNOWN_MOVIE -> csv.row(tag.user(), Integer.toString(catalogue.unknownId(chance)), tag.text(), time);
            case DUPLICATE -> csv.row(loser(tag, chance));
            default -> throw new IllegalStateException("no tag is " + defect);
        }
    }

    private static String malformedEnd(String time, Chance chance) {
        String end = chance.one(MALFORMED_TAGS);
        return end.endsWith(",") ? end + time : end;
    }

    /** The same tag again, as it is, or earlier in another spelling. */
    private static String[] loser(Tag tag, Chance chance) {
        if (chance.happens(0.3)) {
            return new String[] {tag.user(), tag.movie(), tag.text(), Long.toString(tag.time())};
        }
        String spelling = chance.happens(0.5) ? tag.text().toUpperCase(Locale.ROOT) : " " + tag.text() + " ";
        long earlier = tag.time() - 1 - chance.below(1_000_000);
        return new String[] {tag.user(), tag.movie(), spelling, Long.toString(Math.max(Timeline.START, earlier))};
    }

    private record Tag(String user, String movie, String text, long time) {}
}
