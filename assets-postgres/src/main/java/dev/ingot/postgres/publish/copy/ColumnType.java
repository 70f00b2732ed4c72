package dev.ingot.postgres.publish.copy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A column's type in PostgreSQL, for a type of Spark's, and the binary form of its values. It travels to Spark's workers.
 *
 * @param sql the type's name in SQL
 * @param oid the type's number, by which arrays name their elements
 * @param encoding writes a value that is not null
 */
public record ColumnType(String sql, int oid, Encoding encoding) implements Serializable {
    private static final int NULL = -1;

    /** Writes values of one type. */
    interface Encoding extends Serializable {
        void put(CopyBuffer out, Object value);
    }

    private static final ColumnType TEXT = new ColumnType("text", 25, (out, value) -> out.putText((String) value));

    private static final Map<DataType, ColumnType> SIMPLE = Map.ofEntries(
            Map.entry(DataTypes.ByteType, new ColumnType("smallint", 21, (out, value) -> out.putShort((Byte) value))),
            Map.entry(DataTypes.ShortType, new ColumnType("smallint", 21, (out, value) -> out.putShort((Short) value))),
            Map.entry(
                    DataTypes.IntegerType, new ColumnType("integer", 23, (out, value) -> out.putInt((Integer) value))),
            Map.entry(DataTypes.LongType, new ColumnType("bigint", 20, (out, value) -> out.putLong((Long) value))),
            Map.entry(
                    DataTypes.FloatType,
                    new ColumnType("real", 700, (out, value) -> out.putInt(Float.floatToIntBits((Float) value)))),
            Map.entry(
                    DataTypes.DoubleType,
                    new ColumnType(
                            "double precision",
                            701,
                            (out, value) -> out.putLong(Double.doubleToLongBits((Double) value)))),
            Map.entry(
                    DataTypes.BooleanType,
                    new ColumnType("boolean", 16, (out, value) -> out.putByte((Boolean) value ? 1 : 0))),
            Map.entry(DataTypes.BinaryType, new ColumnType("bytea", 17, (out, value) -> out.putBytes((byte[]) value))),
            Map.entry(DataTypes.DateType, new ColumnType("date", 1082, TimeEncoding::putDate)),
            Map.entry(DataTypes.TimestampType, new ColumnType("timestamptz", 1184, TimeEncoding::putInstant)),
            Map.entry(DataTypes.TimestampNTZType, new ColumnType("timestamp", 1114, TimeEncoding::putLocal)));

    /** @throws IllegalArgumentException if PostgreSQL has no such type */
    public static ColumnType of(DataType type) {
        if (type instanceof StringType) {
            return TEXT;
        }
        if (type instanceof DecimalType decimal) {
            String sql = "numeric(" + decimal.precision() + ", " + decimal.scale() + ")";
            return new ColumnType(sql, 1700, (out, value) -> NumericEncoding.put(out, (BigDecimal) value));
        }
        if (type instanceof ArrayType array && !(array.elementType() instanceof ArrayType)) {
            ColumnType element = of(array.elementType());
            return new ColumnType(element.sql + "[]", 0, (out, value) -> putArray(out, element, elements(value)));
        }
        ColumnType simple = SIMPLE.get(type);
        if (simple == null) {
            throw new IllegalArgumentException("PostgreSQL has no type for " + type.sql());
        }
        return simple;
    }

    /** Writes a field: its length and value, or that there is none. */
    void put(CopyBuffer out, @Nullable Object value) {
        if (value == null) {
            out.putInt(NULL);
            return;
        }
        int start = out.beginLength();
        encoding.put(out, value);
        out.endLength(start);
    }

    /** One dimension that counts from 1; an empty array has no dimension at all. */
    private static void putArray(CopyBuffer out, ColumnType element, List<?> values) {
        out.putInt(values.isEmpty() ? 0 : 1);
        out.putInt(values.contains(null) ? 1 : 0);
        out.putInt(element.oid);
        if (!values.isEmpty()) {
            out.putInt(values.size());
            out.putInt(1);
            values.forEach(value -> element.put(out, value));
        }
    }

    private static List<?> elements(Object value) {
        return value instanceof Object[] array
                ? Arrays.asList(array)
                : CollectionConverters.asJava((scala.collection.Seq<?>) value);
    }
}
