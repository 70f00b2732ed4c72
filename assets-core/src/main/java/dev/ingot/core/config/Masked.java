package dev.ingot.core.config;

import java.util.regex.Pattern;

/** Hides what looks like a password inside a text that is none: in a URL, or in a list of {@code name=value}. */
public final class Masked {
    private static final Pattern PAIR = Pattern.compile(
            "(?i)([\\w.-]*(?:password|passwd|pwd|secret|token|signature|account[._-]?key|access[._-]?key|api[._-]?key)"
                    + "[\\w.-]*\\s*=\\s*|[?&]sig=)[^;&,\\s]+");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:\\s]*:)[^/@\\s]+@");

    private Masked() {}

    /** The text with {@code ***} in the place of each password. */
    public static String text(String text) {
        return USER_INFO.matcher(PAIR.matcher(text).replaceAll("$1***")).replaceAll("$1***@");
    }
}
