package dev.ingot.core.simulation;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetSpec;

/** A definition with nothing behind it. */
record SimulatedAsset(AssetSpec spec) implements Asset {
    @Override
    public String kind() {
        return "simulated";
    }
}
