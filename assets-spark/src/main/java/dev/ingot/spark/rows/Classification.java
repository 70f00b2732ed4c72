package dev.ingot.spark.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.asset.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sorts rows by a spec's expectations, in one pass.
 *
 * <p>Rules are tried in their order. The first of severity QUARANTINE that a row breaks rejects it, and later rules do not
 * see it any more.
 */
public final class Classification {
    /** Names the rule that rejected a row; null in good rows. */
    public static final String RULE = "_rule";

    public static final String SOURCE = "_source";
    public static final String TEXT = "_text";

    private final AssetSpec spec;

    public Classification(AssetSpec spec) {
        this.spec = spec;
    }

    public boolean rejects() {
        return !names(Severity.QUARANTINE).isEmpty();
    }

    /** Whether a rule that does not reject mentions a column. */
    public boolean observes(String column) {
        return spec.expectations().stream()
                .filter(expectation -> expectation.severity() != Severity.QUARANTINE)
                .anyMatch(expectation -> expectation.expression().contains(column));
    }

    /** The rows with a column {@link #RULE} more. */
    public Dataset<Row> classify(Dataset<Row> rows) {
        Column rule = null;
        for (Expectation expectation : rules(Severity.QUARANTINE)) {
            Column broken = not(holds(expectation));
            rule = rule == null ? when(broken, lit(expectation.name())) : rule.when(broken, lit(expectation.name()));
        }
        return rows.withColumn(RULE, rule == null ? lit(null).cast("string") : rule);
    }

    /** The good ones among classified rows, without helper columns. */
    public Dataset<Row> good(Dataset<Row> classified) {
        return classified.filter(col(RULE).isNull()).select(columns(classified));
    }

    /** All classified rows, the rejected ones too, without helper columns. */
    public Dataset<Row> withoutHelpers(Dataset<Row> classified) {
        return classified.select(columns(classified));
    }

    /**
     * The rejected ones among classified rows: {@code rule, source, text} and the partition columns. Where the transformation
     * gave no text, the row itself stands for it, as JSON.
     */
    public Dataset<Row> rejected(Dataset<Row> classified) {
        List<String> has = Arrays.asList(classified.columns());
        Column text = has.contains(TEXT) ? col(TEXT) : lit(null).cast("string");
        Stream<Column> fixed = Stream.of(
                col(RULE).as("rule"),
                (has.contains(SOURCE) ? col(SOURCE).cast("string") : lit(null).cast("string")).as("source"),
                coalesce(text.cast("string"), to_json(struct(columns(classified))))
                        .as("text"));
        Stream<Column> slice = spec.partitioning().columns().stream()
                .map(column -> quoted(column).cast("string"));
        return classified
                .filter(col(RULE).isNotNull())
                .select(Stream.concat(fixed, slice).toArray(Column[]::new));
    }

    /** For each rule of a severity, in order, what is true of the classified rows that break it. */
    public Map<String, Column> breaking(Severity severity) {
        return rules(severity).stream()
                .collect(Collectors.toMap(
                        Expectation::name,
                        this::breaks,
                        (first, second) -> first.or(second),
                        java.util.LinkedHashMap::new));
    }

    private Column breaks(Expectation expectation) {
        List<Expectation> all = spec.expectations();
        Object[] later = all.subList(all.indexOf(expectation) + 1, all.size()).stream()
                .filter(other -> other.severity() == Severity.QUARANTINE)
                .map(Expectation::name)
                .toArray();
        Column reached = col(RULE).isNull().or(coalesce(col(RULE).isin(later), lit(false)));
        return reached.and(not(holds(expectation)));
    }

    private static Column holds(Expectation expectation) {
        return coalesce(expr(expectation.expression()), lit(false));
    }

    private List<Expectation> rules(Severity severity) {
        return spec.expectations().stream()
                .filter(expectation -> expectation.severity() == severity)
                .toList();
    }

    private List<String> names(Severity severity) {
        return rules(severity).stream().map(Expectation::name).toList();
    }

    /** What the table gets. */
    private static Column[] columns(Dataset<Row> rows) {
        return Arrays.stream(rows.columns())
                .filter(name -> !name.startsWith("_"))
                .map(Classification::quoted)
                .toArray(Column[]::new);
    }

    public static Column quoted(String column) {
        return col("`" + column.replace("`", "``") + "`");
    }
}
