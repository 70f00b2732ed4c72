package dev.ingot.recommender.cli;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.recommender.RecommenderAssets;
import dev.ingot.recommender.lists.ListSettings;

/** What can go wrong for somebody who asks for recommendations. */
final class RecommendErrors {

    private RecommendErrors() {}

    static IngotException countOutOfRange(int count) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "-k must lie between 1 and " + ListSettings.LENGTH)
                        .because("it is " + count + ", and " + ListSettings.LENGTH + " movies are kept for each user"));
    }

    static IngotException nothingPublished() {
        return new IngotException(Diagnostic.of(ErrorCode.NOT_MATERIALIZED, "There are no recommendations yet")
                .because(RecommenderAssets.RECOMMENDATIONS + " has not been materialized")
                .help("ingot materialize +" + RecommenderAssets.RECOMMENDATIONS));
    }
}
