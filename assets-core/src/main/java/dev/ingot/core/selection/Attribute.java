package dev.ingot.core.selection;

import dev.ingot.core.asset.Asset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an asset's definition says, as {@code layer:} and its like ask for it. */
public enum Attribute {
    LAYER,
    DOMAIN,
    TAG,
    KIND,
    OWNER;

    /** Whether the asset has it; {@code *} stands for any letters, a tag is a name or {@code name=value}. */
    boolean fits(Asset asset, String value) {
        return switch (this) {
            case LAYER -> Glob.matches(value, asset.key().layer().text());
            case DOMAIN -> Glob.matches(value, asset.key().domain());
            case KIND -> Glob.matches(value, asset.kind());
            case OWNER -> asset.spec().owners().stream().anyMatch(owner -> Glob.matches(value, owner));
            case TAG ->
                asset.spec().tags().entrySet().stream()
                        .anyMatch(tag -> Glob.matches(value, tag.getKey())
                                || Glob.matches(value, tag.getKey() + "=" + tag.getValue()));
        };
    }

    static Optional<Attribute> find(String text) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.toString().equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Attribute::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
