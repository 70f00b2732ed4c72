package dev.ingot.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "assets",
        description = "List, describe and draw the assets of the project.",
        subcommands = {AssetsListCommand.class, AssetsShowCommand.class, AssetsGraphCommand.class})
final class AssetsCommand {}
