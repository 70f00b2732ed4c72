package dev.ingot.warehouse.cli;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
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
    @Parameters(arity = "1", paramLabel = "QUERY", description = "One SQL statement that returns rows.")
    private String query = "";

    @Inject
    private Console console;

    @Inject
    private SqlQuery queries;

    @Override
    public ExitCode run() {
        SqlQuery.Result result = queries.run(query);
        console.table(result.columns(), result.rows());
        return ExitCode.OK;
    }
}
