package dev.ingot.spark.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Severity;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.IngotException;
import dev.ingot.spark.SparkErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How the rows of a step fared against the expectations of its asset. */
public final class ExpectationReport {
    private static final int SAMPLES = 3;

    private final AssetSpec spec;
    private final Classification classification;
    private final Dataset<Row> classified;
    private final Row counts;

    public ExpectationReport(AssetSpec spec, Dataset<Row> classified, Row counts) {
        this.spec = spec;
        this.classification = new Classification(spec);
        this.classified = classified;
        this.counts = counts;
    }

    /** Counts in a job of its own. */
    public static ExpectationReport count(AssetSpec spec, Dataset<Row> classified) {
        Column[] counters = counters(spec);
        Row counts = classified
                .agg(counters[0], java.util.Arrays.copyOfRange(counters, 1, counters.length))
                .first();
        return new ExpectationReport(spec, classified, counts);
    }

    /** What to count of classified rows; a row of these makes a report. */
    public static Column[] counters(AssetSpec spec) {
        Classification classification = new Classification(spec);
        List<Column> counters = new ArrayList<>();
        counters.add(functions.count(lit(1)).as("in"));
        counters.add(count_if(col(Classification.RULE).isNotNull()).as("rejected"));
        counters.add(
                count_if(col(Classification.RULE).isNull().and(outside(spec))).as("homeless"));
        for (Severity severity : List.of(Severity.WARN, Severity.FAIL)) {
            classification
                    .breaking(severity)
                    .forEach((name, broken) ->
                            counters.add(count_if(coalesce(broken, lit(false))).as(counter(severity, name))));
        }
        return counters.toArray(Column[]::new);
    }

    private static Column outside(AssetSpec spec) {
        return SliceRows.key(spec.partitioning()).isNull();
    }

    private static String counter(Severity severity, String rule) {
        return severity + ":" + rule;
    }

    /** Rows that came in. */
    public long in() {
        return count("in");
    }

    public long rejected() {
        return count("rejected");
    }

    /** How many rows broke each rule that only warns. */
    public Map<String, Long> warnings() {
        return broken(Severity.WARN);
    }

    /** Good rows that belong to no slice. */
    public long homeless() {
        return count("homeless");
    }

    /** The same as results of checks, for the rules that were broken; those that stop the step block. */
    public List<CheckResult> checks() {
        List<CheckResult> checks = new ArrayList<>();
        warnings().forEach((rule, rows) -> {
            if (rows > 0) {
                checks.add(CheckResult.warned(rule, broken(rows)));
            }
        });
        broken(Severity.FAIL).forEach((rule, rows) -> {
            if (rows > 0) {
                checks.add(CheckResult.blocked(rule, broken(rows)));
            }
        });
        if (homeless() > 0) {
            checks.add(CheckResult.blocked("slice", homeless() + " good rows belong to no slice"));
        }
        return checks;
    }

    private String broken(long rows) {
        return rows + " of " + in() + " rows do not hold to it";
    }

    /**
     * Why the step cannot go on, with code {@code expectation-failed}: a row breaks a rule that stops it, or is good and
     * belongs to no slice.
     */
    public Optional<IngotException> broken() {
        for (Map.Entry<String, Column> rule :
                classification.breaking(Severity.FAIL).entrySet()) {
            long rows = count(counter(Severity.FAIL, rule.getKey()));
            if (rows > 0) {
                return Optional.of(
                        SparkErrors.expectationFailed(spec.key(), rule.getKey(), rows, samples(rule.getValue())));
            }
        }
        Column homeless = col(Classification.RULE).isNull().and(outside(spec));
        return homeless() == 0
                ? Optional.empty()
                : Optional.of(SparkErrors.noSlice(spec, homeless(), samples(homeless)));
    }

    private List<String> samples(Column which) {
        return classified.filter(which).limit(SAMPLES).toJSON().collectAsList();
    }

    private Map<String, Long> broken(Severity severity) {
        Map<String, Long> rows = new LinkedHashMap<>();
        classification.breaking(severity).keySet().forEach(rule -> rows.put(rule, count(counter(severity, rule))));
        return rows;
    }

    private long count(String name) {
        return counts.getLong(counts.fieldIndex(name));
    }
}
