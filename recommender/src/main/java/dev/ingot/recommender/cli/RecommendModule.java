package dev.ingot.recommender.cli;

import com.google.inject.AbstractModule;
import dev.ingot.cli.CommandModule;
import java.util.List;

/** Contributes the command {@code recommend}. */
public final class RecommendModule extends AbstractModule implements CommandModule {

    @Override
    public List<Class<?>> commands() {
        return List.of(RecommendCommand.class);
    }
}
