package dev.ingot.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "runs",
        description = "List and describe runs.",
        subcommands = {RunsListCommand.class, RunsShowCommand.class})
final class RunsCommand {}
