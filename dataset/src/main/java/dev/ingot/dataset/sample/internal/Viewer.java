package dev.ingot.dataset.sample.internal;

import java.util.Arrays;

/** One user at a time: what he has seen and when, ordered by movie. Used again for each user, so that nothing piles up. */
public final class Viewer {
    private static final double NEW_SESSION = 1 / 40.0;
    private static final int TRIES = 40;

    private final Catalogue catalogue;
    private final RatingModel model;
    private final Popularity popularity;
    private final double[] factors = new double[RatingModel.FACTORS];
    /** For each movie the last user who has drawn it. */
    private final int[] seenBy;

    private long[] movieAndTurn = new long[256];
    private long[] times = new long[256];
    private int user;
    private int seen;
    private long arrival;

    /** A viewer who is nobody yet. */
    public Viewer(Catalogue catalogue, RatingModel model) {
        this.catalogue = catalogue;
        this.model = model;
        popularity = catalogue.popularity();
        seenBy = new int[catalogue.size()];
    }

    /** Becomes the next user, who arrives at the given time and watches {@code count} different movies. */
    public void become(int nextUser, long nextArrival, int count, Chance chance) {
        user = nextUser;
        arrival = nextArrival;
        seen = count;
        if (times.length < count) {
            movieAndTurn = new long[count * 2];
            times = new long[count * 2];
        }
        model.anyUserFactors(chance, factors);
        long time = nextArrival;
        int year = Timeline.yearOf(time);
        for (int turn = 0; turn < count; turn++) {
            if (chance.happens(NEW_SESSION)) {
                time = nextSession(time, chance);
            } else {
                time = withinTimeline(time + 4 + chance.below(40), chance);
            }
            year = Timeline.yearOf(time);
            movieAndTurn[turn] = ((long) choose(year, chance) << 32) | turn;
            times[turn] = time;
        }
        Arrays.sort(movieAndTurn, 0, count);
    }

    /** The id of the present user. */
    public int user() {
        return user;
    }

    /** How many movies the user has seen; they have the places from 0. */
    public int seen() {
        return seen;
    }

    /** The movie at a place; it grows with the place. */
    public int movie(int place) {
        return (int) (movieAndTurn[place] >>> 32);
    }

    /** When the user saw the movie at a place, in seconds since 1970. */
    public long time(int place) {
        return times[(int) movieAndTurn[place]];
    }

    /** How long after his arrival the user saw the movie at a place. */
    public double yearsSinceArrival(int place) {
        return Math.max(0, time(place) - arrival) / Timeline.SECONDS_PER_YEAR;
    }

    /** How much the user likes the movie at a place beyond the biases, in stars. */
    public double taste(int place) {
        return model.taste(factors, movie(place));
    }

    /** A movie that the user has not seen, that is out already, and that he is more likely to watch if he likes it. */
    private int choose(int year, Chance chance) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int movie = popularity.draw(chance);
            if (seenBy[movie] != user
                    && catalogue.releaseYear(movie) <= year
                    && chance.unit() < 0.6 + 0.25 * model.taste(factors, movie)) {
                return see(movie);
            }
        }
        return see(nextUnseen(chance.below(catalogue.size()), year));
    }

    /** For those who have seen nearly everything: the next one on the shelf, old enough if any is. */
    private int nextUnseen(int from, int year) {
        int unreleased = -1;
        for (int step = 0; step < catalogue.size(); step++) {
            int movie = (from + step) % catalogue.size();
            if (seenBy[movie] != user) {
                if (catalogue.releaseYear(movie) <= year) {
                    return movie;
                }
                unreleased = movie;
            }
        }
        if (unreleased < 0) {
            throw new IllegalStateException("user " + user + " has seen all movies");
        }
        return unreleased;
    }

    private int see(int movie) {
        seenBy[movie] = user;
        return movie;
    }

    private long nextSession(long time, Chance chance) {
        double days = StrictMath.exp(2 + 1.8 * chance.normal());
        return withinTimeline(time + 3600 + (long) (days * 86_400), chance);
    }

    /** Who would come back after the end came back at some time since his arrival instead. */
    private long withinTimeline(long time, Chance chance) {
        return time < Timeline.END ? time : arrival + (long) (chance.unit() * (Timeline.END - arrival));
    }
}
