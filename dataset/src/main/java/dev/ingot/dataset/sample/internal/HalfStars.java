package dev.ingot.dataset.sample.internal;

/** The scale 0.5 to 5.0, counted in half stars from 1 to 10, and what is to be expected of it. */
public final class HalfStars {
    /** Five stars. */
    public static final int MOST = 10;

    private static final double LOWEST_MEAN = -4;
    private static final double HIGHEST_MEAN = 10;
    private static final int STEPS_PER_STAR = 64;

    private final double[] expected;

    /** A scale on which opinions spread around their mean with the given standard deviation before they are rounded. */
    HalfStars(double deviation) {
        int size = (int) ((HIGHEST_MEAN - LOWEST_MEAN) * STEPS_PER_STAR) + 2;
        expected = new double[size];
        for (int i = 0; i < size; i++) {
            expected[i] = expectation(LOWEST_MEAN + (double) i / STEPS_PER_STAR, deviation);
        }
    }

    /** The mean, in stars, of the rounded and clipped ratings for opinions around {@code mean}. */
    double expected(double mean) {
        double clipped = Math.min(HIGHEST_MEAN, Math.max(LOWEST_MEAN, mean));
        double place = (clipped - LOWEST_MEAN) * STEPS_PER_STAR;
        int below = (int) place;
        return expected[below] + (place - below) * (expected[below + 1] - expected[below]);
    }

    /** The half stars nearest to an opinion, never off the scale. */
    public static int nearest(double opinion) {
        return (int) Math.min(MOST, Math.max(1, Math.floor(2 * opinion + 0.5)));
    }

    /** The stars as they stand in the files, such as {@code 3.5}. */
    public static String text(int halfStars) {
        return halfStars / 2 + (halfStars % 2 == 0 ? ".0" : ".5");
    }

    private static double expectation(double mean, double deviation) {
        double stars = 0.5;
        for (int halfStars = 2; halfStars <= MOST; halfStars++) {
            stars += 0.5 * normalBelow((mean - (halfStars - 0.5) / 2) / deviation);
        }
        return stars;
    }

    /** The standard normal distribution function, within 1e-7 (Abramowitz and Stegun 26.2.17). */
    private static double normalBelow(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI) * poly;
        return x >= 0 ? 1 - tail : tail;
    }
}
