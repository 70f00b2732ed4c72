package dev.ingot.core.config;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import java.util.List;

/** The failures of references. They name the reference, never what it refers to. */
final class SecretErrors {
    private SecretErrors() {}

    static IngotException nothingThere(String setting, String reference, SecretSource source) {
        String name = reference.substring(reference.indexOf(':') + 1, reference.length() - 1);
        return new IngotException(unresolved(setting)
                .because(reference + " refers to nothing, or to something empty")
                .help(source.remedy(name)));
    }

    static IngotException impossible(String setting, String reference, IllegalArgumentException cause) {
        return new IngotException(unresolved(setting).because(reference + ": " + cause.getMessage()), cause);
    }

    static IngotException unknownScheme(String setting, String scheme, List<String> known) {
        return new IngotException(unresolved(setting)
                .because("secrets are kept in no place called '" + scheme + "'")
                .help(Suggestions.sentence(scheme, known))
                .help("the places are: " + String.join(", ", known)));
    }

    private static Diagnostic unresolved(String setting) {
        return Diagnostic.of(ErrorCode.UNRESOLVED_SECRET, "The secret " + setting + " cannot be had")
                .at(setting);
    }
}
