package dev.ingot.silver;

import com.google.inject.AbstractModule;
import dev.ingot.silver.movielens.MovieLensSilverModule;

/** Contributes the assets of the cleaned layer, domain by domain. */
public final class SilverModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new MovieLensSilverModule());
    }
}
