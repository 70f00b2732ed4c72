package dev.ingot.cli.command.assets;

import picocli.CommandLine.Command;

@Command(
        name = "assets",
        description = "List, describe and draw the assets of the project.",
        subcommands = {AssetsListCommand.class, AssetsShowCommand.class, AssetsGraphCommand.class})
public final class AssetsCommand {}
