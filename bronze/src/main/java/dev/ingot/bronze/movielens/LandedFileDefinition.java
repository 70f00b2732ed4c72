package dev.ingot.bronze.movielens;

import static dev.ingot.core.asset.Expectation.fail;
import static dev.ingot.core.asset.Expectation.quarantine;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;

/** What every raw table is. */
final class LandedFileDefinition {
    private LandedFileDefinition() {}

    static AssetSpec of(AssetKey key, LandedFile file) {
        return AssetSpec.of(key, "The landed file " + file.source() + " as it is, every field a string.")
                .source(file.source())
                // The right header is taken out before; whatever else is in line 1 says that this is another file.
                .expects(fail("expected_header", "source_line > 1"), quarantine("malformed_row", "_well_formed"))
                .tag("kind", "raw")
                .build();
    }
}
