package dev.ingot.bronze.landing;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.dataset.fetch.FetchException;
import dev.ingot.dataset.fetch.PublicDataset;
import java.nio.file.Path;
import java.util.List;

/** The failures of bringing a public data set. */
public final class FetchErrors {
    private FetchErrors() {}

    /** Nobody knows a data set of this name. */
    public static IngotException unknown(String name) {
        List<String> names = PublicDataset.ALL.stream().map(PublicDataset::name).toList();
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "No public data set " + name + " is known")
                .because("known are " + String.join(", ", names))
                .help(Suggestions.sentence(name, names))
                .help("load one that you have: ingot dataset load PATH"));
    }

    static IngotException of(PublicDataset dataset, Path file, FetchException failure) {
        String name = dataset.name();
        Path folder = file.getParent();
        Diagnostic diagnostic = switch (failure.kind()) {
            case UNREACHABLE ->
                unreachable(name + " cannot be brought: the connection fails")
                        .help("check the network, then run the command again: it goes on where it stopped")
                        .help(otherWay(dataset));
            case NOT_FOUND ->
                unreachable(name + " is not where its publisher had it").help(otherWay(dataset));
            case REFUSED -> unreachable(name + " is not given to us").help(otherWay(dataset));
            case CHANGING ->
                unreachable(name + " was replaced again and again while it was transferred")
                        .help("run the command again later");
            case WRONG_CHECKSUM ->
                Diagnostic.of(
                                ErrorCode.INVALID_DATASET,
                                name + " did not arrive as it was published; nothing was landed")
                        .help("run the command again: it begins anew");
            case NO_ROOM ->
                Diagnostic.of(ErrorCode.DISK_FULL, name + " does not fit on the disk of " + folder)
                        .help("make room, then run the command again: it goes on where it stopped")
                        .help("or choose another disk: export INGOT_STATE=/path/to/it");
            case BUSY ->
                Diagnostic.of(ErrorCode.STORAGE_FAILED, name + " is being brought by another process")
                        .help("wait until that has ended");
            case UNWRITABLE ->
                Diagnostic.of(ErrorCode.STORAGE_FAILED, name + " cannot be kept in " + folder)
                        .help("choose another folder: export INGOT_STATE=/path/to/it");
        };
        return new IngotException(diagnostic.at(dataset.source().toString()).because(failure.getMessage()), failure);
    }

    private static Diagnostic unreachable(String what) {
        return Diagnostic.of(ErrorCode.UNREACHABLE_PUBLISHER, what);
    }

    private static String otherWay(PublicDataset dataset) {
        String command = dataset.domain().equals(MovieLensLanding.DOMAIN)
                ? "ingot dataset load " + dataset.file()
                : "ingot landing put " + dataset.domain() + " FILES";
        return "or bring its archive by other means, and: " + command;
    }
}
