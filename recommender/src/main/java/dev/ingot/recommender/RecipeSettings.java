package dev.ingot.recommender;

/** Everything that decides a model besides its ratings. */
record RecipeSettings(BiasSettings biases, AlsSettings residuals, TasteSettings taste) {

    static final RecipeSettings DEFAULT =
            new RecipeSettings(BiasSettings.DEFAULT, AlsSettings.RESIDUALS, TasteSettings.DEFAULT);
}
