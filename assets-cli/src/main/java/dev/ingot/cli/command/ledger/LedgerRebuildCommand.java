package dev.ingot.cli.command.ledger;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.text.Words;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.history.Histories;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        description = {
            "Restore what the ledger says of this project's assets from the tables alone: every materialization, and the slices that"
                    + " exist now.",
            "",
            "Refused while a run is live; no run begins meanwhile. The record of runs stays as it is."
        },
        footer = {"", "Examples:", "  ingot ledger rebuild", "  ingot ledger verify && ingot plan"})
final class LedgerRebuildCommand implements IngotCommand {
    @Inject
    private Console console;

    @Inject
    private Histories histories;

    @Override
    public ExitCode run() {
        Histories.Rebuilt rebuilt = histories.rebuild();
        if (console.isJson()) {
            console.json(rebuilt);
        } else {
            console.say("Restored " + Words.count(rebuilt.materializations(), "materialization") + " of "
                    + Words.count(rebuilt.assets(), "asset") + ".");
        }
        return ExitCode.OK;
    }
}
