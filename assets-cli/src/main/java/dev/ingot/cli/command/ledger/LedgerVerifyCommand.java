package dev.ingot.cli.command.ledger;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.history.Difference;
import dev.ingot.core.history.Histories;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description = {
            "Compare the ledger with the commits of every table, rejected rows and models included, and see whether each file that"
                    + " the tables name is there. Changes nothing.",
            "",
            "A line for each difference, with what to do about it. Ends with 1 if there is any."
        },
        footer = {"", "Examples:", "  ingot ledger verify", "  ingot ledger verify -o json"})
final class LedgerVerifyCommand implements IngotCommand {
    @Inject
    private Console console;

    @Inject
    private Histories histories;

    @Override
    public ExitCode run() {
        List<Difference> differences = histories.verify();
        if (console.isJson()) {
            console.json(differences);
        } else if (differences.isEmpty()) {
            console.say("The ledger and the tables say the same.");
        } else {
            differences.forEach(one -> console.say(one.asset() + ": " + one.what() + "; do: " + one.todo()));
        }
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
