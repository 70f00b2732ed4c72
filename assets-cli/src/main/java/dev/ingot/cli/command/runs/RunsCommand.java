package dev.ingot.cli.command.runs;

import picocli.CommandLine.Command;

@Command(
        name = "runs",
        description = "List and describe runs.",
        subcommands = {RunsListCommand.class, RunsShowCommand.class})
public final class RunsCommand {}
