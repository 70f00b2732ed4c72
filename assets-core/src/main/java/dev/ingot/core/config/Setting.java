package dev.ingot.core.config;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.function.Function;

/**
 * One setting: its name, its type and its default.
 *
 * @param name dotted, such as {@code spark.master}
 * @param defaultText the text that stands when nobody set it; empty where the setting is optional
 * @param secret whether its value is never shown
 * @param description one sentence for people, with the unit
 * @param parser reads the text; an {@link IllegalArgumentException} of it names what is wrong
 */
public record Setting<T>(
        String name, String defaultText, boolean secret, String description, Function<String, T> parser) {
    public static Setting<String> text(String name, String defaultText, String description) {
        return new Setting<>(name, defaultText, false, description, text -> text);
    }

    /** A text that is never shown. */
    public static Setting<String> secret(String name, String description) {
        return new Setting<>(name, "", true, description, text -> text);
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

    /** @throws IngotException with code {@code invalid-setting} naming setting, value and cause */
    public T parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IngotException(
                    Diagnostic.of(ErrorCode.INVALID_SETTING, "The setting " + name + " cannot be '" + shown(text) + "'")
                            .because(e.getMessage())
                            .help(description),
                    e);
        }
    }

    /** The text as it may be shown to people. */
    public String shown(String text) {
        return secret && !text.isEmpty() ? "***" : text;
    }
}
