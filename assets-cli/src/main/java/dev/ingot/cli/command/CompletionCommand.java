package dev.ingot.cli.command;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Print a script that lets a shell complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(ingot completion bash)",
            "  ingot completion zsh > ~/.ingot-completion && echo 'source ~/.ingot-completion' >> ~/.zshrc"
        })
final class CompletionCommand implements IngotCommand {
    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private Console console;

    enum Shell {
        BASH(""),
        ZSH("autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n");

        private final String preparation;

        Shell(String preparation) {
            this.preparation = preparation;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public ExitCode run() {
        String script = AutoComplete.bash("ingot", spec.root().commandLine());
        console.out().print(shell.preparation + script);
        return ExitCode.OK;
    }
}
