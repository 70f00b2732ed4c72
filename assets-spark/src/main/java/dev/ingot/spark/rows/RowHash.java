package dev.ingot.spark.rows;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.isnull;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A hash of 64 bits over a whole row, its columns by name.
 *
 * <p>Spark's {@code xxhash64} skips nulls and the bounds of arrays, so that {@code (null, 1)} and {@code (1, null)} would be
 * equal; here each value is preceded by whether it is null, and each array by its size. Maps are hashed by their sorted
 * entries. Negative zero equals zero, and all NaN are equal, which xxhash64 sees to.
 */
public final class RowHash {
    private RowHash() {}

    public static Column of(StructType schema) {
        StructField[] fields = schema.fields().clone();
        Arrays.sort(fields, Comparator.comparing(StructField::name));
        List<Column> parts = new ArrayList<>();
        // So that a renamed column is a change, though no value changes.
        parts.add(lit(Arrays.stream(fields)
                .map(StructField::name)
                .collect(Collectors.joining(","))
                .hashCode()));
        for (StructField field : fields) {
            Column value = Classification.quoted(field.name());
            parts.add(isnull(value));
            parts.add(canonical(value, field.dataType()));
        }
        return xxhash64(parts.toArray(Column[]::new));
    }

    private static Column canonical(Column value, DataType type) {
        if (type instanceof ArrayType array) {
            return struct(size(value), transform(value, element -> marked(element, array.elementType())));
        }
        if (type instanceof MapType map) {
            StructType entry = new StructType()
                    .add("key", map.keyType(), false)
                    .add("value", map.valueType(), map.valueContainsNull());
            return canonical(array_sort(map_entries(value)), new ArrayType(entry, false));
        }
        if (type instanceof StructType struct) {
            Column[] fields = Arrays.stream(struct.fields())
                    .map(field -> marked(value.getField(field.name()), field.dataType()))
                    .toArray(Column[]::new);
            return struct(fields);
        }
        return value;
    }

    private static Column marked(Column value, DataType type) {
        return struct(isnull(value), canonical(value, type));
    }
}
