package dev.ingot.gold;

import com.google.inject.AbstractModule;
import dev.ingot.gold.movielens.MovieLensGoldModule;

/** Contributes the marts, domain by domain. */
public final class GoldModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new MovieLensGoldModule());
    }
}
