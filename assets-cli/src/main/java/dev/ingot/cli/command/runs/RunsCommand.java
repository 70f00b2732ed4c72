package dev.ingot.cli.command.runs;

import picocli.CommandLine.Command;

@Command(
        name = "runs",
        description = "List and describe runs, show what they logged; pause, resume, cancel and retry them.",
        subcommands = {
            RunsListCommand.class,
            RunsShowCommand.class,
            RunsLogsCommand.class,
            RunsPauseCommand.class,
            RunsResumeCommand.class,
            RunsCancelCommand.class,
            RunsRetryCommand.class
        })
public final class RunsCommand {}
