package dev.ingot.cli.command.assets;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.planning.Selections;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import jakarta.inject.Inject;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "graph",
        description = "Draw which asset reads which.",
        footer = {
            "",
            "Examples:",
            "  ingot assets graph",
            "  ingot assets graph +warehouse/movielens/fact_rating",
            "  ingot assets graph --format mermaid"
        })
final class AssetsGraphCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "SELECTION", description = "Which assets. Default: all.")
    private String selection = "*";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or mermaid. Default: text.")
    private Format format = Format.TEXT;

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Selections selections;

    enum Format {
        TEXT,
        MERMAID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public ExitCode run() {
        GraphDrawing drawing = new GraphDrawing(graph, selections.of(selection).keySet());
        if (console.isJson()) {
            console.json(drawing.document());
        } else {
            (format == Format.MERMAID ? drawing.mermaid() : drawing.text()).forEach(console.out()::println);
        }
        return ExitCode.OK;
    }
}
