package dev.ingot.recommender.model;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that decides a model besides its ratings. */
public record RecipeSettings(BiasSettings biases, AlsSettings residuals, TasteSettings taste) {

    public static final RecipeSettings DEFAULT =
            new RecipeSettings(BiasSettings.DEFAULT, AlsSettings.RESIDUALS, TasteSettings.DEFAULT);

    /** One flat JSON object, to be kept beside a model. */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("biases.movieDamping", biases.movieDamping());
        all.put("biases.userDamping", biases.userDamping());
        all.put("biases.sweeps", biases.sweeps());
        put(all, "residuals.", residuals);
        all.put("taste.likedFrom", taste.likedFrom());
        all.put("taste.confidence", taste.confidence());
        put(all, "taste.", taste.als());
        try {
            return JSON.std.asString(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Object> all, String prefix, AlsSettings als) {
        all.put(prefix + "rank", als.rank());
        all.put(prefix + "regularization", als.regularization());
        all.put(prefix + "iterations", als.iterations());
        all.put(prefix + "blocks", als.blocks());
        all.put(prefix + "seed", als.seed());
    }
}
