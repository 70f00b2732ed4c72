package dev.ingot.app.cli;

import com.google.inject.AbstractModule;
import dev.ingot.cli.CommandModule;
import java.util.List;

/** Contributes the command {@code demo}. */
public final class DemoModule extends AbstractModule implements CommandModule {
    @Override
    public List<Class<?>> commands() {
        return List.of(DemoCommand.class);
    }
}
