package dev.ingot.cli.command.landing;

import picocli.CommandLine.Command;

@Command(
        name = "landing",
        description = "The landing zone, file by file: list, put, rm.",
        subcommands = {LandingListCommand.class, LandingPutCommand.class, LandingRemoveCommand.class})
public final class LandingCommand {}
