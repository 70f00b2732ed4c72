package dev.ingot.postgres.store;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import dev.ingot.core.partition.dynamic.MemoryDynamicPartitions;
import dev.ingot.postgres.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dynamic sets in PostgreSQL. */
public final class PostgresDynamicPartitions implements DynamicPartitions {
    // Readers go on; two writers wait for each other instead of locking the same keys in two orders.
    private static final String ONE_WRITER = "LOCK TABLE ingot.dynamic_partition IN SHARE ROW EXCLUSIVE MODE";

    private final Database database;

    public PostgresDynamicPartitions(Database database) {
        this.database = database;
    }

    @Override
    public PartitionSet add(String set, PartitionSet keys) {
        MemoryDynamicPartitions.checkKeys(set, keys);
        return change(set, keys, """
                INSERT INTO ingot.dynamic_partition (name, partition) SELECT :name, unnest(:keys)
                ON CONFLICT DO NOTHING RETURNING partition
                """);
    }

    @Override
    public PartitionSet remove(String set, PartitionSet keys) {
        Partitioning.Dynamic.checkName(set);
        return change(set, keys, """
                DELETE FROM ingot.dynamic_partition WHERE name = :name AND partition = ANY (:keys)
                RETURNING partition
                """);
    }

    /** Answers the keys that the statement touched. */
    private PartitionSet change(String set, PartitionSet keys, String sql) {
        if (keys.isEmpty()) {
            return keys;
        }
        List<String> texts = keys.stream().map(PartitionKey::toString).toList();
        List<String> touched = database.inTransaction(handle -> {
            handle.execute(ONE_WRITER);
            return handle.createQuery(sql)
                    .bind("name", set)
                    .bindArray("keys", String.class, texts)
                    .mapTo(String.class)
                    .list();
        });
        return PartitionSet.of(touched.stream().map(PartitionKey::parse).toList());
    }

    @Override
    public Map<String, PartitionSet> all() {
        Map<String, List<PartitionKey>> keys = new TreeMap<>();
        database.query(handle -> handle.createQuery("SELECT name, partition FROM ingot.dynamic_partition")
                .map((row, context) -> keys.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                        .add(PartitionKey.parse(row.getString(2))))
                .list());
        Map<String, PartitionSet> sets = new TreeMap<>();
        keys.forEach((name, all) -> sets.put(name, PartitionSet.of(all)));
        return sets;
    }
}
