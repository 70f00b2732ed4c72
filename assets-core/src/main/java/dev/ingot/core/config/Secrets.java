package dev.ingot.core.config;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.IngotException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns references, {@code ${env:NAME}} and the like, into what they refer to; no earlier than it is needed. Thread-safe. */
public final class Secrets {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?<scheme>[A-Za-z]+):(?<name>[^{}]*)}");

    private final Supplier<? extends Collection<SecretSource>> sources;

    /** @param sources asked for with the first reference */
    public Secrets(Supplier<? extends Collection<SecretSource>> sources) {
        this.sources = sources;
    }

    /** Knows no place: for settings that contain no reference. */
    public static Secrets none() {
        return new Secrets(List::of);
    }

    /** Whether a text contains a reference. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    Secret secret(String setting, String text) {
        return isReference(text) ? Secret.fetched(() -> resolve(setting, text)) : Secret.of(text);
    }

    private String resolve(String setting, String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(find(setting, (Matcher) reference)));
    }

    private String find(String setting, Matcher reference) {
        SecretSource source = source(setting, reference.group("scheme"));
        try {
            return source.find(reference.group("name"))
                    .orElseThrow(() -> SecretErrors.nothingThere(setting, reference.group(), source));
        } catch (IllegalArgumentException e) {
            throw SecretErrors.impossible(setting, reference.group(), e);
        }
    }

    private SecretSource source(String setting, String scheme) {
        Optional<SecretSource> found = sources.get().stream()
                .filter(one -> one.scheme().equals(scheme))
                .findFirst();
        return found.orElseThrow(() -> SecretErrors.unknownScheme(
                setting,
                scheme,
                sources.get().stream().map(SecretSource::scheme).sorted().toList()));
    }

    /**
     * What is wrong with the references of a text, told without what they refer to.
     *
     * @param setting whose text it is
     * @param asked which places may be asked; of others only the scheme is looked at
     */
    public List<Diagnostic> problems(String setting, String text, Predicate<SecretSource> asked) {
        List<Diagnostic> problems = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            try {
                if (asked.test(source(setting, reference.group("scheme")))) {
                    find(setting, reference);
                }
            } catch (IngotException e) {
                problems.add(e.diagnostic());
            }
        }
        return problems;
    }
}
