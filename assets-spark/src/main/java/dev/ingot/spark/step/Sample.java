package dev.ingot.spark.step;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StagedSteps;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.spark.commit.Scala;
import dev.ingot.spark.commit.StagedManifests;
import dev.ingot.spark.commit.StagedRows;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.rows.SliceRows;
import dev.ingot.spark.table.DeltaTables;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, as plain Java values. */
final class Sample {
    private final SparkSession session;
    private final DeltaTables tables;

    Sample(SparkSession session, DeltaTables tables) {
        this.session = session;
        this.tables = tables;
    }

    RowSample take(SampleRequest request) {
        AssetKey key = request.asset().key();
        if (request.staged().isPresent()) {
            return sample(request, staged(key, request.staged().get()));
        }
        Location table = request.rejected() ? tables.rejected(key) : tables.table(key);
        return DeltaTable.isDeltaTable(session, table.uri()) && hasColumns(table)
                ? sample(request, session.read().format("delta").load(table.uri()))
                : new RowSample(List.of(), List.of());
    }

    /** A table without is nothing but a fence, and cannot be read. */
    private boolean hasColumns(Location table) {
        return !DeltaTable.forPath(session, table.uri()).toDF().schema().isEmpty();
    }

    /** All steps of the run; their columns can differ when the asset was changed in between. */
    private Dataset<Row> staged(AssetKey key, String run) {
        Location table = tables.table(key);
        return StagedSteps.of(key, run, new StagedManifests(table).steps()).stream()
                .map(step -> StagedRows.read(session, table, step))
                .reduce((rows, more) -> rows.unionByName(more, true))
                .orElseThrow();
    }

    private static RowSample sample(SampleRequest request, Dataset<Row> rows) {
        AssetSpec spec = request.asset().spec();
        Dataset<Row> wanted = request.partition()
                .filter(partition -> !partition.isWhole())
                .map(partition -> rows.filter(SliceRows.in(spec.partitioning(), PartitionSet.of(List.of(partition)))))
                .orElse(rows);
        List<List<?>> values = new ArrayList<>();
        wanted.limit(request.limit()).collectAsList().forEach(row -> values.add(values(row)));
        return new RowSample(List.of(wanted.columns()), values);
    }

    private static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>(row.length());
        for (int i = 0; i < row.length(); i++) {
            values.add(plain(row.get(i)));
        }
        return values;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof scala.collection.Seq<?> sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            Scala.list(sequence).forEach(element -> list.add(plain(element)));
            return list;
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            scala.jdk.javaapi.CollectionConverters.asJava(map)
                    .forEach((name, element) -> entries.put(name, plain(element)));
            return entries;
        }
        return value instanceof Row row ? values(row) : value;
    }
}
