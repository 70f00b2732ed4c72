package dev.ingot.core.config;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One setting: its name, its type and its defaults.
 *
 * @param name dotted, such as {@code spark.master}
 * @param defaults what stands when nobody set it
 * @param secret whether its value is never shown, and may be a reference such as {@code ${env:NAME}}
 * @param description one sentence for people, with the unit
 * @param parser reads the text
 */
public record Setting<T>(String name, Defaults defaults, boolean secret, String description, Parser<T> parser) {
    /** @param defaultText the text that stands when nobody set it; empty where the setting is optional */
    public Setting(String name, String defaultText, boolean secret, String description, Function<String, T> parser) {
        this(name, new Defaults(defaultText, Map.of()), secret, description, (text, secrets) -> parser.apply(text));
    }

    /**
     * What stands when nobody set it.
     *
     * @param text in a profile that says nothing else
     * @param byProfile in standard profiles that do
     */
    public record Defaults(String text, Map<StandardProfile, String> byProfile) {
        public Defaults {
            byProfile = Map.copyOf(byProfile);
        }
    }

    /** Reads a text. */
    @FunctionalInterface
    public interface Parser<T> {
        /** @throws IllegalArgumentException naming what is wrong with the text */
        T parse(String text, Secrets secrets);
    }

    public static Setting<String> text(String name, String defaultText, String description) {
        return new Setting<>(name, defaultText, false, description, text -> text);
    }

    /** A text that is never shown, stated in plain or by reference. */
    public static Setting<Secret> secret(String name, String description) {
        return new Setting<>(
                name, new Defaults("", Map.of()), true, description, (text, secrets) -> secrets.secret(name, text));
    }

    /** A whole number between two bounds, both included. */
    public static Setting<Integer> number(String name, int defaultValue, int least, int most, String description) {
        return new Setting<>(name, Integer.toString(defaultValue), false, description, text -> {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("it is not a whole number", e);
            }
            throw new IllegalArgumentException("it is not between " + least + " and " + most);
        });
    }

    /** Yes or no: {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String name, boolean defaultValue, String description) {
        return new Setting<>(name, Boolean.toString(defaultValue), false, description, text -> {
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            throw new IllegalArgumentException("it is not true or false");
        });
    }

    /** The same setting with another default in one of the standard profiles. */
    public Setting<T> in(StandardProfile profile, String text) {
        Map<StandardProfile, String> more = new HashMap<>(defaults.byProfile());
        more.put(profile, text);
        return new Setting<>(name, new Defaults(defaults.text(), more), secret, description, parser);
    }

    /** The text that stands when nobody set it, in a profile that says nothing else. */
    public String defaultText() {
        return defaults.text();
    }

    /** As {@link #parse(String, Secrets)}, where no reference can be resolved. */
    public T parse(String text) {
        return parse(text, Secrets.none());
    }

    /** @throws IngotException with code {@code invalid-setting} naming setting, value and cause */
    public T parse(String text, Secrets secrets) {
        try {
            if (!secret && Secrets.isReference(text)) {
                throw new IllegalArgumentException("only a secret may be a reference: this value is shown to people");
            }
            return parser.parse(text, secrets);
        } catch (IllegalArgumentException e) {
            throw new IngotException(
                    Diagnostic.of(ErrorCode.INVALID_SETTING, "The setting " + name + " cannot be '" + shown(text) + "'")
                            .because(e.getMessage())
                            .help(description),
                    e);
        }
    }

    /** The text as it may be shown to people: of a secret only the reference, if it is nothing else. */
    public String shown(String text) {
        return secret && !text.isEmpty() && !text.matches("\\$\\{[A-Za-z]+:[^{}]*}") ? "***" : Masked.text(text);
    }
}
