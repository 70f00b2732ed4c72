package dev.ingot.cli.command;

import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
        name = "help",
        description = "Show the help of a command, or of all.",
        footer = {"", "Examples:", "  ingot help", "  ingot help assets show"})
final class HelpCommand implements IngotCommand {
    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The words of the command.")
    private List<String> words = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public ExitCode run() {
        CommandLine line = spec.root().commandLine();
        for (String word : words) {
            CommandLine next = line.getSubcommands().get(word);
            if (next == null) {
                throw new UnmatchedArgumentException(line, List.of(word));
            }
            line = next;
        }
        line.usage(line.getOut());
        return ExitCode.OK;
    }
}
