package dev.ingot.dataset.sample.internal;

import java.util.Arrays;

/** The movies: what the files say of them and what the planted model knows. Flat arrays, some 70 bytes a movie. */
public final class Catalogue {
    private static final int LAST_RELEASE = 2018;
    private static final int OLDEST_AGE = 95;

    private final long seed;
    private final int[] ids;
    private final int[] releaseYears;
    private final int[] genres;
    private final double[] shares;

    private Catalogue(long seed, int movies) {
        this.seed = seed;
        ids = new int[movies];
        releaseYears = new int[movies];
        genres = new int[movies];
        shares = new double[movies];
    }

    /** Makes up the given number of movies. */
    public static Catalogue of(long seed, int movies) {
        Catalogue catalogue = new Catalogue(seed, movies);
        Chance chance = new Chance(seed, Chance.Stream.CATALOGUE, 0);
        double[] byRank = Popularity.shares(movies);
        int[] ranks = shuffled(movies, chance);
        int id = 0;
        for (int movie = 0; movie < movies; movie++) {
            id += chance.happens(0.7) ? 1 : 2 + chance.below(10);
            double age = chance.unit();
            catalogue.ids[movie] = id;
            catalogue.releaseYears[movie] = LAST_RELEASE - (int) (age * age * OLDEST_AGE);
            catalogue.genres[movie] = Genre.anySet(chance);
            catalogue.shares[movie] = byRank[ranks[movie]];
        }
        return catalogue;
    }

    /** How many movies there are; they are numbered from 0. */
    public int size() {
        return ids.length;
    }

    /** The id of a movie in the files. Ids grow with the numbers and leave gaps. */
    public int id(int movie) {
        return ids[movie];
    }

    /** The calendar year in which a movie came out. */
    public int releaseYear(int movie) {
        return releaseYears[movie];
    }

    /** The genres of a movie, for {@link Genre#text}. */
    public int genres(int movie) {
        return genres[movie];
    }

    /** The share of all ratings that a movie would gather if nobody had a taste. */
    double share(int movie) {
        return shares[movie];
    }

    Popularity popularity() {
        return Popularity.of(shares);
    }

    /** The title of a movie, made anew on each call. */
    public String title(int movie) {
        return Titles.title(new Chance(seed, Chance.Stream.TITLE, movie), releaseYears[movie]);
    }

    /** An id that no movie has, either between the others or beyond them. */
    public int unknownId(Chance chance) {
        int id;
        do {
            id = 1 + chance.below(ids[ids.length - 1] + 1000);
        } while (Arrays.binarySearch(ids, id) >= 0);
        return id;
    }

    /** The numbers from 0 up to, but without, {@code size}, in any order. */
    public static int[] shuffled(int size, Chance chance) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            int other = chance.below(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        return numbers;
    }
}
