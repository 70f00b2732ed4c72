package dev.ingot.dataset.sample.internal;

import dev.ingot.dataset.MovieLensFile;

/** A genre of MovieLens, with its name in the files and how common it is. The order is that of the names. */
public enum Genre {
    ACTION("Action", 18),
    ADVENTURE("Adventure", 13),
    ANIMATION("Animation", 6),
    CHILDREN("Children", 7),
    COMEDY("Comedy", 38),
    CRIME("Crime", 12),
    DOCUMENTARY("Documentary", 4),
    DRAMA("Drama", 44),
    FANTASY("Fantasy", 8),
    FILM_NOIR("Film-Noir", 1),
    HORROR("Horror", 10),
    IMAX("IMAX", 2),
    MUSICAL("Musical", 3),
    MYSTERY("Mystery", 6),
    ROMANCE("Romance", 16),
    SCI_FI("Sci-Fi", 10),
    THRILLER("Thriller", 19),
    WAR("War", 4),
    WESTERN("Western", 2);

    private static final Genre[] ALL = values();
    private static final int TOTAL_WEIGHT = 223;

    private final String text;
    private final int weight;

    Genre(String text, int weight) {
        this.text = text;
        this.weight = weight;
    }

    static int count() {
        return ALL.length;
    }

    /** A set of one to four genres, as bits; now and then none. */
    public static int anySet(Chance chance) {
        if (chance.happens(0.0035)) {
            return 0;
        }
        int wanted =
                1 + (chance.happens(0.65) ? 1 : 0) + (chance.happens(0.35) ? 1 : 0) + (chance.happens(0.1) ? 1 : 0);
        int set = 0;
        while (Integer.bitCount(set) < wanted) {
            set |= 1 << any(chance);
        }
        return set;
    }

    /** The text of a set of genres in the files. */
    public static String text(int set) {
        if (set == 0) {
            return MovieLensFile.NO_GENRES;
        }
        StringBuilder text = new StringBuilder();
        for (int genre = 0; genre < ALL.length; genre++) {
            if ((set & (1 << genre)) != 0) {
                text.append(text.length() == 0 ? "" : "|").append(ALL[genre].text);
            }
        }
        return text.toString();
    }

    /** The number of a genre, the common ones more often. */
    private static int any(Chance chance) {
        int point = chance.below(TOTAL_WEIGHT);
        for (int genre = 0; genre < ALL.length; genre++) {
            point -= ALL[genre].weight;
            if (point < 0) {
                return genre;
            }
        }
        throw new IllegalStateException("the weights of the genres do not add up");
    }
}
