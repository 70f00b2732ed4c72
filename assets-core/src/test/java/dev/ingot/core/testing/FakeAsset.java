package dev.ingot.core.testing;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.RetryPolicy;

/** A definition with nothing behind it. */
public record FakeAsset(AssetSpec spec) implements Asset {
    public static FakeAsset of(AssetSpec.Builder spec) {
        return new FakeAsset(spec.build());
    }

    /** Begins a spec whose code version is {@code 1}, and whose failures are not tried again. */
    public static AssetSpec.Builder spec(String key) {
        return AssetSpec.of(AssetKey.parse(key), "A " + key).codeVersion("1").retry(RetryPolicy.never());
    }

    @Override
    public String kind() {
        return "fake";
    }
}
