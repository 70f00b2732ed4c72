package dev.ingot.cli.settings;

/**
 * A text that somebody wrote for a setting.
 *
 * @param text as it was written
 * @param origin where, for people, such as {@code --set}, {@code INGOT_SPARK_MASTER} or {@code /home/me/ingot.yaml:3}
 */
record Stated(String text, String origin) {}
