package dev.ingot.core.engine;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;

/** Why a step failed: the diagnostic for people, with the original as its cause. */
public record StepFailure(AssetKey asset, IngotException failure) {}
