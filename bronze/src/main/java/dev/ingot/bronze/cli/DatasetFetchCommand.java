package dev.ingot.bronze.cli;

import dev.ingot.bronze.landing.FetchErrors;
import dev.ingot.bronze.landing.PublishedLanding;
import dev.ingot.bronze.landing.PublishedLanding.Fetched;
import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.dataset.fetch.Download;
import dev.ingot.dataset.fetch.PublicDataset;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "fetch",
        description = {
            "Bring a public data set from its publisher into the landing zone; without NAME, list those that are known.",
            "",
            "What has been transferred is kept when the connection or the process ends; the same command goes on from there."
        },
        footer = {"", "Examples:", "  ingot dataset fetch", "  ingot dataset fetch ml-latest-small"})
@SuppressWarnings("NullAway.Init") // Picocli and Guice fill the fields.
final class DatasetFetchCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Such as ml-25m.")
    private String name = "";

    @Inject
    private Console console;

    @Inject
    private PublishedLanding landing;

    @Override
    public ExitCode run() {
        if (name.isEmpty()) {
            list();
            return ExitCode.OK;
        }
        PublicDataset dataset = PublicDataset.find(name).orElseThrow(() -> FetchErrors.unknown(name));
        Fetched fetched =
                landing.fetch(dataset, Download.Limits.DEFAULTS, new TransferProgress(dataset.file(), console));
        LandedSetText.print(console, fetched.landed());
        console.say("SHA-256 of " + dataset.file() + ": " + fetched.checksums().sha256());
        console.say(
                fetched.published()
                        ? "MD5 as published: " + fetched.checksums().md5()
                        : "Its publisher states no checksum to compare it with.");
        console.say("Licence: " + dataset.licence());
        return ExitCode.OK;
    }

    private void list() {
        console.table(
                List.of("name", "domain", "about", "licence", "source"),
                PublicDataset.ALL.stream()
                        .map(one -> List.<Object>of(one.name(), one.domain(), one.about(), one.licence(), one.source()))
                        .toList());
    }
}
