package dev.ingot.bronze.cli;

import picocli.CommandLine.Command;

/** Groups what can be done with raw data sets. */
@Command(
        name = "dataset",
        description = "Raw data: land a data set, fetch a public one, see what has landed, generate a sample.",
        subcommands = {
            DatasetLoadCommand.class,
            DatasetFetchCommand.class,
            DatasetListCommand.class,
            DatasetGenerateCommand.class
        })
public final class DatasetCommand {}
