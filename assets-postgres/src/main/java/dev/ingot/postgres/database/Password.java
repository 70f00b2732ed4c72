package dev.ingot.postgres.database;

/** A password that does not print itself: its text form is {@code ***}, so that no log or message can show it. */
public record Password(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
