package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;

/** What a step is about to commit: written before the commit, so that a crash between commit and ledger is found. */
public record Intent(StepId step, AssetKey asset) {}
