package dev.ingot.cli;

import com.google.inject.Module;
import java.util.List;
import picocli.CommandLine;

/** Builds picocli's model of all commands that the modules contribute, without making a single one of them. */
final class CommandTree {
    private static final int USAGE_WIDTH = 110;

    private CommandTree() {}

    static CommandLine of(GlobalOptions root, List<Module> modules, Console console) {
        CommandLine line = new CommandLine(root);
        for (Module module : modules) {
            if (module instanceof CommandModule contributing) {
                contributing.commands().forEach(command -> line.addSubcommand(new CommandLine(command)));
            }
        }
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()));
    }
}
