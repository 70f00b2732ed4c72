package dev.ingot.core.asset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an asset, a path of three parts such as {@code silver/movielens/ratings}.
 *
 * @param layer the first part
 * @param domain the second: {@code [a-z][a-z0-9_]*}
 * @param name the third, of the same form
 */
public record AssetKey(Layer layer, String domain, String name) implements Comparable<AssetKey> {
    private static final Pattern PART = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public AssetKey {
        if (!PART.matcher(domain).matches() || !PART.matcher(name).matches()) {
            throw AssetErrors.invalidKey(layer + "/" + domain + "/" + name);
        }
    }

    public static AssetKey of(Layer layer, String domain, String name) {
        return new AssetKey(layer, domain, name);
    }

    /** @throws dev.ingot.core.error.IngotException if the text is not what {@link #toString} prints for some key */
    public static AssetKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw AssetErrors.invalidKey(text);
        }
        return new AssetKey(Layer.find(parts[0]).orElseThrow(() -> AssetErrors.invalidKey(text)), parts[1], parts[2]);
    }

    /** By layer, then alphabetical. */
    @Override
    public int compareTo(AssetKey other) {
        int order = layer.compareTo(other.layer);
        order = order != 0 ? order : domain.compareTo(other.domain);
        return order != 0 ? order : name.compareTo(other.name);
    }

    /** Written out: it is the key of most maps, and the generated one takes a while to be made. */
    @Override
    public int hashCode() {
        return (layer.name().hashCode() * 31 + domain.hashCode()) * 31 + name.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssetKey key
                && layer == key.layer
                && name.equals(key.name)
                && domain.equals(key.domain);
    }

    @Override
    public String toString() {
        return layer + "/" + domain + "/" + name;
    }
}
