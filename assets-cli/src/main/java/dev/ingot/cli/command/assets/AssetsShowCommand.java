package dev.ingot.cli.command.assets;

import dev.ingot.cli.Console;
import dev.ingot.cli.Facts;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.staleness.CodeVersions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Describe one asset: what it is, what it reads, who reads it, and how it was last materialized.",
        footer = {
            "",
            "Examples:",
            "  ingot assets show silver/movielens/ratings",
            "  ingot assets show gold/movielens/movie_stats -o json"
        })
final class AssetsShowCommand implements IngotCommand {
    @Parameters(paramLabel = "KEY", description = "The asset.")
    private String key = "";

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Ledger ledger;

    @Inject
    private CodeVersions code;

    @Override
    public ExitCode run() {
        Asset asset = graph.asset(AssetKey.parse(key));
        AssetDescription description = AssetDescription.of(
                graph,
                asset,
                code.of(asset),
                ledger.history(asset.key(), 1).stream().findFirst());
        if (console.isJson()) {
            console.json(description);
        } else {
            print(description);
        }
        return ExitCode.OK;
    }

    private void print(AssetDescription asset) {
        Facts facts = new Facts(console);
        facts.title(asset.key());
        facts.add("description", asset.description());
        facts.add("kind", asset.kind());
        facts.add("partitions", asset.partitions());
        facts.add("owners", String.join(", ", asset.owners()));
        facts.add(
                "tags",
                asset.tags().entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        facts.add("sources", asset.sources());
        facts.add("inputs", asset.inputs());
        facts.add("readers", asset.readers());
        facts.add("expectations", rules(asset));
        facts.add("code version", asset.codeVersion());
        facts.add("last", asset.last().map(AssetsShowCommand::last).orElse("never materialized"));
    }

    private static List<String> rules(AssetDescription asset) {
        return asset.expectations().stream()
                .map(rule -> rule.name() + " (" + rule.severity() + "): " + rule.expression())
                .toList();
    }

    private static String last(AssetDescription.Last last) {
        return last.at() + ", run " + last.run() + ", version " + last.tableVersion() + ", " + last.rows() + " rows, "
                + last.rejected() + " rejected";
    }
}
