package dev.ingot.bronze;

import com.google.inject.AbstractModule;
import dev.ingot.bronze.cli.DatasetCommand;
import dev.ingot.bronze.movielens.MovieLensBronzeModule;
import dev.ingot.cli.CommandModule;
import java.util.List;

/** Contributes the assets of the raw layer, domain by domain, and the command that lands their files. */
public final class BronzeModule extends AbstractModule implements CommandModule {
    @Override
    public List<Class<?>> commands() {
        return List.of(DatasetCommand.class);
    }

    @Override
    protected void configure() {
        install(new MovieLensBronzeModule());
    }
}
