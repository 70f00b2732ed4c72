package dev.ingot.cli.command.profile;

import picocli.CommandLine.Command;

@Command(
        name = "profile",
        description = "Show the profiles: where things live and run.",
        subcommands = {ProfileListCommand.class, ProfileShowCommand.class, ProfileDiffCommand.class})
public final class ProfileCommand {}
