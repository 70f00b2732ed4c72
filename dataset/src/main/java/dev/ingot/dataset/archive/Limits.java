package dev.ingot.dataset.archive;

/**
 * What an archive may unpack to. The defaults are several times what the largest public one (ml-32m, 1.0 GB) needs.
 *
 * @param entries how many entries the archive may list
 * @param fileBytes how large one of the four files may be
 * @param totalBytes how large the four may be together
 * @param ratio how many times larger than packed a file may be; small files are exempt
 */
record Limits(int entries, long fileBytes, long totalBytes, int ratio) {
    static final Limits DEFAULTS = new Limits(10_000, 8L << 30, 12L << 30, 200);

    private static final long SMALL = 1 << 20;

    boolean allowsRatio(long bytes, long packedBytes) {
        return bytes <= SMALL || bytes / Math.max(1, packedBytes) <= ratio;
    }
}
