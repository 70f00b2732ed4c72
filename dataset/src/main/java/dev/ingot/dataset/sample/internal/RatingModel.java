package dev.ingot.dataset.sample.internal;

/**
 * The planted truth: opinion = global mean + user bias + movie bias + drift + taste + noise, before rounding.
 *
 * <p>The taste is the product of a user's and a movie's {@value #FACTORS} factors; those of a movie come mostly from its
 * genres. Movie biases and factors are centred over the popularity, so that the biases mean what they say.
 */
public final class RatingModel {
    static final int FACTORS = 8;
    /** The mean of all opinions, in stars, were all movies equally likely to be watched by all. */
    public static final double GLOBAL_MEAN = 3.5;

    /** The standard deviation of what nobody can know, in stars. */
    public static final double NOISE = 0.75;

    /** The standard deviation of the taste, in stars, over users and typical movies. */
    static final double TASTE = 0.58;

    private static final double USER_BIAS = 0.45;
    private static final double MOVIE_BIAS = 0.40;
    private static final double POPULARITY_BONUS = 0.08;
    private static final double DRIFT_PER_YEAR = 0.05;
    private static final double FADING = 0.65;
    private static final double GENRE_PART = 0.85;

    private final double[] movieBiases;
    private final double[] movieFactors;
    private final double[] tasteDeviations = new double[FACTORS];

    /** Makes up what is to be known of each movie. */
    public RatingModel(long seed, Catalogue catalogue) {
        int movies = catalogue.size();
        movieBiases = new double[movies];
        movieFactors = new double[movies * FACTORS];
        double[] genreFactors = genreFactors(new Chance(seed, Chance.Stream.MODEL, 0));
        for (int movie = 0; movie < movies; movie++) {
            Chance chance = new Chance(seed, Chance.Stream.MODEL, movie + 1L);
            movieBiases[movie] =
                    MOVIE_BIAS * chance.normal() + POPULARITY_BONUS * StrictMath.log(catalogue.share(movie) * movies);
            placeMovie(movie, catalogue.genres(movie), genreFactors, chance);
        }
        centre(catalogue);
        spreadTaste();
    }

    /** How much better than others a movie is rated, in stars. */
    public double movieBias(int movie) {
        return movieBiases[movie];
    }

    /** How much a user with these factors likes a movie beyond the biases, in stars. */
    double taste(double[] userFactors, int movie) {
        double taste = 0;
        int from = movie * FACTORS;
        for (int factor = 0; factor < FACTORS; factor++) {
            taste += userFactors[factor] * movieFactors[from + factor];
        }
        return taste;
    }

    /** How much better than others a user rates, in stars. */
    public double anyUserBias(Chance chance) {
        return USER_BIAS * chance.normal();
    }

    /** How a user's mood changes, in stars a year. */
    public double anyDrift(Chance chance) {
        return DRIFT_PER_YEAR * chance.normal();
    }

    void anyUserFactors(Chance chance, double[] factors) {
        for (int factor = 0; factor < FACTORS; factor++) {
            factors[factor] = tasteDeviations[factor] * chance.normal();
        }
    }

    private static double[] genreFactors(Chance chance) {
        double[] factors = new double[Genre.count() * FACTORS];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = chance.normal();
        }
        return factors;
    }

    private void placeMovie(int movie, int genres, double[] genreFactors, Chance chance) {
        int count = Integer.bitCount(genres);
        double genreWeight = count == 0 ? 0 : StrictMath.sqrt(GENRE_PART / count);
        double ownWeight = StrictMath.sqrt(count == 0 ? 1 : 1 - GENRE_PART);
        for (int factor = 0; factor < FACTORS; factor++) {
            double value = ownWeight * chance.normal();
            for (int genre = 0; genre < Genre.count(); genre++) {
                if ((genres & (1 << genre)) != 0) {
                    value += genreWeight * genreFactors[genre * FACTORS + factor];
                }
            }
            movieFactors[movie * FACTORS + factor] = value;
        }
    }

    private void centre(Catalogue catalogue) {
        double bias = 0;
        double[] means = new double[FACTORS];
        for (int movie = 0; movie < movieBiases.length; movie++) {
            bias += catalogue.share(movie) * movieBiases[movie];
            for (int factor = 0; factor < FACTORS; factor++) {
                means[factor] += catalogue.share(movie) * movieFactors[movie * FACTORS + factor];
            }
        }
        for (int movie = 0; movie < movieBiases.length; movie++) {
            movieBiases[movie] -= bias;
            for (int factor = 0; factor < FACTORS; factor++) {
                movieFactors[movie * FACTORS + factor] -= means[factor];
            }
        }
    }

    /** Each factor matters less than the one before; together they give {@link #TASTE}. */
    private void spreadTaste() {
        double total = 0;
        for (int factor = 0; factor < FACTORS; factor++) {
            tasteDeviations[factor] = StrictMath.pow(FADING, factor);
            total += tasteDeviations[factor] * tasteDeviations[factor];
        }
        double scale = TASTE / StrictMath.sqrt(total);
        for (int factor = 0; factor < FACTORS; factor++) {
            tasteDeviations[factor] *= scale;
        }
    }
}
