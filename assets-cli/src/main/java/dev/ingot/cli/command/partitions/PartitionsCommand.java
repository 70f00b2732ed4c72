package dev.ingot.cli.command.partitions;

import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "partitions",
        description = "Show the partitions of an asset; add and remove those that are kept by hand.",
        footer = {"", "Examples:", "  ingot partitions silver/movielens/ratings"},
        subcommands = {PartitionsListCommand.class, PartitionsAddCommand.class, PartitionsRemoveCommand.class})
public final class PartitionsCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "KEY", description = "The asset; the same as partitions list KEY.")
    private @Nullable String key;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private PartitionListing listing;

    @Override
    public ExitCode run() {
        if (key == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'KEY'");
        }
        listing.print(key, false);
        return ExitCode.OK;
    }
}
