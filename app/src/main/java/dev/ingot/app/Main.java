package dev.ingot.app;

import com.google.inject.Module;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.postgres.PostgresModule;

/** The table of contents. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Ingot.main(arguments, modules());
    }

    /** What Ingot is made of; their commands are listed in this order. */
    static Module[] modules() {
        return new Module[] {
            new FrameworkCommands(), new PostgresModule(),
        };
    }
}
