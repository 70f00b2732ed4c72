package dev.ingot.bronze;

import com.google.inject.AbstractModule;
import dev.ingot.bronze.movielens.MovieLensBronzeModule;

/** Contributes the assets of the raw layer, domain by domain. */
public final class BronzeModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new MovieLensBronzeModule());
    }
}
