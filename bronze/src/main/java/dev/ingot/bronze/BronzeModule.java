package dev.ingot.bronze;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.bronze.cli.DatasetCommand;
import dev.ingot.bronze.landing.PublishedLanding;
import dev.ingot.bronze.movielens.MovieLensBronzeModule;
import dev.ingot.cli.CommandModule;
import dev.ingot.core.config.Setting;
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
        Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {})
                .addBinding()
                .toInstance(PublishedLanding.MIRROR);
    }
}
