package dev.ingot.recommender.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The bias of each user, or of each movie: how far its ratings lie from what is otherwise expected; 0 when unknown. */
public final class BiasTable implements Serializable {

    public static final BiasTable EMPTY = of(Map.of());

    private final Ids ids;
    private final double[] biases;

    private BiasTable(Ids ids, double[] biases) {
        this.ids = ids;
        this.biases = biases;
    }

    public static BiasTable of(Map<Integer, Double> biases) {
        TreeMap<Integer, Double> sorted = new TreeMap<>(biases);
        return new BiasTable(
                Ids.of(sorted.keySet().stream().mapToInt(Integer::intValue).toArray()),
                sorted.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** From rows of an id (first column) and its bias (second column). */
    public static BiasTable ofRows(List<Row> rows) {
        Ids ids = Ids.of(rows.stream().mapToInt(row -> row.getInt(0)).toArray());
        double[] biases = new double[ids.size()];
        rows.forEach(row -> biases[ids.rowOf(row.getInt(0))] = row.getDouble(1));
        return new BiasTable(ids, biases);
    }

    public Ids ids() {
        return ids;
    }

    public double of(int id) {
        int row = ids.rowOf(id);
        return row < 0 ? 0 : biases[row];
    }
}
