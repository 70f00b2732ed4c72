package dev.ingot.cli.command.landing;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.storage.FileSet;
import java.nio.file.Path;
import java.util.List;

/** The failures of landed files. */
final class LandingErrors {
    private LandingErrors() {}

    static String checked(String domain) {
        if (domain.matches("[a-z][a-z0-9_-]*")) {
            return domain;
        }
        throw new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "'" + domain + "' is not a domain")
                .because("a domain has small letters, digits, _ and -, and begins with a letter"));
    }

    static IngotException nothing(String domain) {
        return new IngotException(Diagnostic.of(ErrorCode.NOTHING_LANDED, "Nothing of " + domain + " has landed")
                .help("see what has: ingot landing list"));
    }

    static IngotException noFile(FileSet set, String name) {
        List<String> names = set.files().stream().map(FileSet.LandedFile::name).toList();
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "No file " + name + " of " + set.domain() + " has landed")
                        .help(Suggestions.sentence(name, names))
                        .help("see what has: ingot landing list " + set.domain()));
    }

    static IngotException unreadable(Path file) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "There is no file that can be read")
                .at(file.toString()));
    }
}
