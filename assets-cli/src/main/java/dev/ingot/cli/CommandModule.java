package dev.ingot.cli;

import com.google.inject.Module;
import java.util.List;

/**
 * A Guice module that adds commands to the command line.
 *
 * <p>The commands are asked for before there is an injector, and {@link Module#configure} is not called for that: help has
 * to be there at once. This is why they are no multibinding.
 */
public interface CommandModule extends Module {
    /**
     * The commands in the order in which help lists them: classes annotated with picocli's {@code Command} that are
     * {@link IngotCommand}s, or that group such classes as subcommands. One constructor without arguments each.
     */
    List<Class<?>> commands();
}
