package dev.ingot.cli.text;

/** How a piece of text stands out on a terminal. Never the only sign of what it says. */
public enum Style {
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text between the terminal's codes for this style and for none. */
    public String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
