package dev.ingot.dataset.sample;

/**
 * What to generate. Equal settings give equal files.
 *
 * @param seed the seed of all chance; 1 unless said otherwise
 * @param ratings the number of good ratings, 20 to 100,000,000; 100,000 unless said otherwise
 * @param defectShare how many defective rows are added per good row, 0 to 0.5; 0.01 unless said otherwise
 */
public record SampleSettings(long seed, int ratings, double defectShare) {
    private static final int FEWEST = 20;
    private static final int MOST = 100_000_000;

    public SampleSettings {
        if (ratings < FEWEST || ratings > MOST) {
            throw new IllegalArgumentException(
                    "a sample has " + FEWEST + " to " + MOST + " ratings, but " + ratings + " were asked for");
        }
        if (!(defectShare >= 0 && defectShare <= 0.5)) {
            throw new IllegalArgumentException("the share of defects is between 0 and 0.5, but is " + defectShare);
        }
    }

    /** The settings of the sample that is generated when nothing else is said. */
    public static SampleSettings defaults() {
        return new SampleSettings(1, 100_000, 0.01);
    }

    /** The same settings with another seed. */
    public SampleSettings withSeed(long newSeed) {
        return new SampleSettings(newSeed, ratings, defectShare);
    }

    /** The same settings for another number of ratings. */
    public SampleSettings withRatings(int newRatings) {
        return new SampleSettings(seed, newRatings, defectShare);
    }

    /** The same settings with another share of defects. */
    public SampleSettings withDefectShare(double newShare) {
        return new SampleSettings(seed, ratings, newShare);
    }

    /** The same data without any defective row; the good rows do not change. */
    public SampleSettings clean() {
        return withDefectShare(0);
    }
}
