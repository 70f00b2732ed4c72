package dev.ingot.core.asset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The layers of a project, in the order in which data flows: forward only. */
public enum Layer {
    BRONZE,
    SILVER,
    GOLD,
    WAREHOUSE,
    RECOMMENDER;

    /** The first part of an asset's key. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Layer> find(String text) {
        return Arrays.stream(values())
                .filter(layer -> layer.text().equals(text))
                .findFirst();
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Layer::text).toList();
    }

    @Override
    public String toString() {
        return text();
    }
}
