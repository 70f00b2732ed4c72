package dev.ingot.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "assets",
        description = "The assets of the project.",
        subcommands = {AssetsListCommand.class})
final class AssetsCommand {}
