package dev.ingot.cli.command.partitions;

import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Show how each partition of an asset stands: fresh, stale, missing or failed, and why.",
        footer = {"", "Examples:", "  ingot partitions list silver/movielens/ratings"})
final class PartitionsListCommand implements IngotCommand {
    @Parameters(paramLabel = "KEY", description = "The asset.")
    private String key = "";

    @Option(names = "--all", description = "A line for every partition, however many there are.")
    private boolean all;

    @Inject
    private PartitionListing listing;

    @Override
    public ExitCode run() {
        listing.print(key, all);
        return ExitCode.OK;
    }
}
