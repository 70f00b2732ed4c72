package dev.ingot.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show the settings in force.",
        subcommands = {ConfigShowCommand.class})
final class ConfigCommand {}
