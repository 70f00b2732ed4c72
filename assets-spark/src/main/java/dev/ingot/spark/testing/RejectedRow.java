package dev.ingot.spark.testing;

import org.jspecify.annotations.Nullable;

/**
 * A row that an expectation rejected.
 *
 * @param rule the expectation's name
 * @param source where the row came from, if the asset says
 * @param text the row as it was
 */
public record RejectedRow(String rule, @Nullable String source, String text) {}
