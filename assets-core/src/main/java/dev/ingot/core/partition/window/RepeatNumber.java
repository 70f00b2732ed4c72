package dev.ingot.core.partition.window;

/**
 * The numbers that tell windows apart after a clock went back: {@code 2} to {@code 9}, then {@code a10} to {@code a99}, then
 * {@code b100} and so on, so that they sort as texts.
 */
final class RepeatNumber {
    private RepeatNumber() {}

    static String print(int number) {
        String digits = Integer.toString(number);
        return digits.length() == 1 ? digits : (char) ('a' + digits.length() - 2) + digits;
    }

    /** Some number for a text that is none: whoever prints it again finds out. */
    static int parse(String text) {
        String digits = text.length() > 1 ? text.substring(1) : text;
        boolean number = !digits.isEmpty()
                && digits.length() < 9
                && digits.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }
}
