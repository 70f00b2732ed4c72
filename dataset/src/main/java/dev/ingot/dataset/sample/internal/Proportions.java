package dev.ingot.dataset.sample.internal;

/**
 * How many users and movies go with a number of ratings.
 *
 * <p>Power laws through the published sizes of MovieLens: 100,836 ratings by 610 users of 9,742 movies, and 25,000,095
 * ratings by 162,541 users of 62,423 movies. Small samples get more users and fewer movies than the laws give, so
 * that they stay usable.
 *
 * @param mostPerUser the largest number of movies that one user rates
 */
public record Proportions(int users, int movies, int mostPerUser) {
    private static final int FEWEST_PER_USER = 20;

    /** The numbers that go with a number of ratings. */
    public static Proportions of(int ratings) {
        int users = Math.max(power(610, 1.013, ratings), Math.max(1, Math.min(10, ratings / 30)));
        int movies = Math.min(power(9742, 0.337, ratings), Math.max(60, ratings / 3));
        int most = Math.max(movies / 3, Math.min(movies, 2 * (ratings / users + 1)));
        return new Proportions(users, movies, most);
    }

    /** How many movies each user rates: at least 20, with a long tail, {@code ratings} in all. */
    public int[] ratingsPerUser(int ratings, Chance chance) {
        double[] cumulated = new double[users];
        double total = 0;
        for (int user = 0; user < users; user++) {
            total += StrictMath.exp(1.4 * chance.normal());
            cumulated[user] = total;
        }
        int[] counts = new int[users];
        long extra = ratings - (long) FEWEST_PER_USER * users;
        long given = 0;
        for (int user = 0; user < users; user++) {
            long due = user == users - 1 ? extra : (long) (extra * (cumulated[user] / total));
            long share = Math.min(due - given, mostPerUser - FEWEST_PER_USER);
            counts[user] = (int) (FEWEST_PER_USER + share);
            given += share;
        }
        spread(extra - given, counts);
        return counts;
    }

    /** Gives what the cap withheld from the last users to those who have room. */
    private void spread(long left, int[] counts) {
        long rest = left;
        for (int user = 0; user < users && rest > 0; user++) {
            long share = Math.min(rest, mostPerUser - counts[user]);
            counts[user] += (int) share;
            rest -= share;
        }
        if (rest > 0) {
            throw new IllegalStateException(rest + " ratings found no user");
        }
    }

    private static int power(int atSmall, double exponent, int ratings) {
        return (int) StrictMath.round(atSmall * StrictMath.pow(ratings / 100_836.0, exponent));
    }
}
