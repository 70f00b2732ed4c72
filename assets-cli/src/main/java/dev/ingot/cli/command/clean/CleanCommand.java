package dev.ingot.cli.command.clean;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.Resources;
import dev.ingot.cli.settings.ProjectFolders;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "clean",
        description = {
            "Remove what Ingot has made in the state folder: the lake, and the database with warehouse, ledger and runs.",
            "",
            "Landed files stay, so that everything can be materialized again; so do logs, and what settings place elsewhere."
        },
        footer = {"", "Examples:", "  ingot clean", "  ingot clean --yes --landing"})
public final class CleanCommand implements IngotCommand {
    /** By name, and nothing else: the state folder may be one that holds more than Ingot's own. */
    private static final List<String> MADE = List.of("lake", "postgres", "tmp");

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--landing", description = "The landed files too.")
    private boolean landing;

    @Inject
    private Console console;

    @Inject
    private ProjectFolders folders;

    @Inject
    private Provider<RunStore> runs;

    @Inject
    private Resources resources;

    @Override
    public ExitCode run() throws IOException {
        List<Path> doomed = doomed();
        if (doomed.isEmpty()) {
            console.say("Nothing to remove in " + folders.state() + ".");
            return ExitCode.OK;
        }
        refuseWhileRunning();
        console.say("To be removed:");
        doomed.forEach(folder -> console.say("  " + folder));
        if (!yes && !console.confirms("Remove it?", "--yes")) {
            console.say("Nothing was removed.");
            return ExitCode.OK;
        }
        resources.close();
        if (Files.exists(folders.state().resolve("postgres/data/postmaster.pid"))) {
            throw CleanErrors.databaseInUse(folders.state());
        }
        for (Path folder : doomed) {
            Trees.delete(folder);
        }
        console.say("Removed.");
        return ExitCode.OK;
    }

    private List<Path> doomed() {
        List<String> names = new ArrayList<>(MADE);
        if (landing) {
            names.add("landing");
        }
        return names.stream()
                .map(folders.state()::resolve)
                .filter(Files::exists)
                .toList();
    }

    /** Asks the run store only when there can be a run: asking may start a database. */
    private void refuseWhileRunning() {
        if (Files.exists(folders.state().resolve("postgres"))) {
            runs.get().newest(1).stream()
                    .filter(run -> run.status() == RunStatus.RUNNING)
                    .forEach(run -> {
                        throw RunErrors.leaseHeld(run);
                    });
        }
    }
}
