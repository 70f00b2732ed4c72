package dev.ingot.dataset.sample.internal;

/** Measures, over the good ratings, what a predictor could reach that knew the planted model. */
public final class Quality {
    private final HalfStars withTaste = new HalfStars(RatingModel.NOISE);
    private final HalfStars withoutTaste = new HalfStars(
            StrictMath.sqrt(RatingModel.NOISE * RatingModel.NOISE + RatingModel.TASTE * RatingModel.TASTE));
    private long count;
    private double sum;
    private double squaredError;
    private double biasError;
    private double squaredBiasError;

    /** Adds a rating whose opinion was expected at {@code mean}, or at {@code biases} by one who knows only those. */
    public void add(int halfStars, double mean, double biases) {
        double rating = halfStars / 2.0;
        count++;
        sum += rating;
        double error = rating - withTaste.expected(mean);
        squaredError += error * error;
        double rough = rating - withoutTaste.expected(biases);
        biasError += rough;
        squaredBiasError += rough * rough;
    }

    /** The mean rating. */
    public double globalMean() {
        return sum / count;
    }

    /** The error of what is to be expected when all but the noise is known. */
    public double bestReachableRmse() {
        return StrictMath.sqrt(squaredError / count);
    }

    /**
     * The error of the biases alone, after the one constant by which they are off on the whole: people watch what they
     * like, so that all ratings lie a little above the biases, and any fitted model would know that.
     */
    public double biasRmse() {
        double shift = biasError / count;
        return StrictMath.sqrt(squaredBiasError / count - shift * shift);
    }
}
