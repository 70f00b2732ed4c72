package dev.ingot.cli.command.ledger;

import picocli.CommandLine.Command;

@Command(
        name = "ledger",
        description = "Compare the ledger with what the tables themselves say, and restore it from them.",
        subcommands = {LedgerVerifyCommand.class, LedgerRebuildCommand.class})
public final class LedgerCommand {}
