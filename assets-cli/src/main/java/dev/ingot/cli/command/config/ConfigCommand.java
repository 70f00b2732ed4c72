package dev.ingot.cli.command.config;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show the settings in force.",
        subcommands = {ConfigShowCommand.class})
public final class ConfigCommand {}
