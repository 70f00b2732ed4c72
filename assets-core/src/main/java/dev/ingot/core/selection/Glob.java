package dev.ingot.core.selection;

import java.util.regex.Pattern;

/** Patterns in which {@code *} stands for any letters, none included. */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (String literal : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.matches(regex.toString(), text);
    }
}
