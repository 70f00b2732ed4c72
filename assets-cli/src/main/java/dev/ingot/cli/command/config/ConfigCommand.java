package dev.ingot.cli.command.config;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show and check the settings in force.",
        subcommands = {ConfigShowCommand.class, ConfigCheckCommand.class})
public final class ConfigCommand {}
