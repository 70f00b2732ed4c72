package dev.ingot.warehouse.cli;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.error.ExitCode;
import dev.ingot.postgres.database.RowReader;
import dev.ingot.postgres.database.Warehouse;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the warehouse. */
@Command(
        name = "sql",
        description = "Run a query on the warehouse, read-only.",
        footer = {
            "",
            "Table names are looked for in the schemas warehouse, recommender and ingot.",
            "",
            "Examples:",
            "  ingot sql \"SELECT year, count(*) FROM fact_rating GROUP BY year ORDER BY year\"",
            "  ingot sql \"SELECT title, weighted_rating FROM movie_stats JOIN dim_movie USING (movie_key)"
                    + " ORDER BY rank LIMIT 10\"",
            "  ingot sql \"TABLE genre_stats\" -o json"
        })
public final class SqlCommand implements IngotCommand {
    private static final List<String> SCHEMAS = List.of("warehouse", "recommender", "ingot");

    @Parameters(arity = "1", paramLabel = "QUERY", description = "One SQL statement that returns rows.")
    private String query = "";

    @Option(names = "-n", paramLabel = "ROWS", description = "At most so many rows. Default: all.")
    private int limit;

    @Inject
    private Console console;

    @Inject
    private Warehouse warehouse;

    @Override
    public ExitCode run() {
        RowSample result = RowReader.read(warehouse.database(), SCHEMAS, query, limit);
        console.table(result.columns(), result.rows());
        return ExitCode.OK;
    }
}
