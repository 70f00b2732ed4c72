package dev.ingot.spark.rows;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.spark.SparkErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Whether a table can be made of what an asset returns, told before anything is computed. Names are the same whatever their case. */
public final class ReturnedColumns {
    private ReturnedColumns() {}

    /**
     * @throws dev.ingot.core.error.IngotException with code {@code step-failed} naming everything that is wrong
     */
    public static void check(AssetSpec spec, StructType returned) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        boolean rows = false;
        for (StructField field : returned.fields()) {
            if (!names.add(field.name())) {
                problems.add("column " + field.name().toLowerCase(Locale.ROOT) + " is there twice");
            }
            boolean kept = !field.name().startsWith("_");
            rows |= kept && spec.partitioning().columns().stream().noneMatch(field.name()::equalsIgnoreCase);
            if (kept && field.dataType() instanceof NullType) {
                problems.add("column " + field.name() + " has no type, only nulls: cast it");
            }
        }
        for (String column : spec.partitioning().columns()) {
            if (!names.contains(column)) {
                problems.add("partition column " + column + " is missing");
            }
        }
        if (!rows) {
            problems.add("there is no column for the rows");
        }
        if (!problems.isEmpty()) {
            throw SparkErrors.notATable(spec.key(), problems);
        }
    }
}
