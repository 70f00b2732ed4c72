package dev.ingot.warehouse;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The calendar of the ratings. */
final class DimDate {
    private DimDate() {}

    /** Every day from the first year in which somebody rated to the last; none when nobody did. */
    static Dataset<Row> rows(Dataset<Row> ratings) {
        return ratings.agg(min("year").as("first"), max("year").as("last"))
                .where("first IS NOT NULL")
                .select(expr("explode(sequence(make_date(int(first), 1, 1), make_date(int(last), 12, 31)))")
                        .as("date"))
                .selectExpr(
                        "int(date_format(date, 'yyyyMMdd')) AS date_key",
                        "date",
                        "smallint(year(date)) AS year",
                        "smallint(quarter(date)) AS quarter",
                        "smallint(month(date)) AS month",
                        "smallint(day(date)) AS day",
                        "smallint(weekday(date) + 1) AS weekday");
    }
}
