package dev.ingot.recommender.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** One factor (a vector of the model's rank) for each user, or for each movie, in one flat array. */
public final class FactorTable implements Serializable {

    public static final FactorTable EMPTY = new FactorTable(Ids.of(), 0, new float[0]);

    private final Ids ids;
    private final int rank;
    private final float[] values;

    private FactorTable(Ids ids, int rank, float[] values) {
        this.ids = ids;
        this.rank = rank;
        this.values = values;
    }

    /** From rows of an id (first column) and its factor as an array of floats (second column), all of one length. */
    public static FactorTable ofRows(List<Row> rows) {
        if (rows.isEmpty()) {
            return EMPTY;
        }
        Ids ids = Ids.of(rows.stream().mapToInt(row -> row.getInt(0)).toArray());
        int rank = rows.get(0).getList(1).size();
        float[] values = new float[ids.size() * rank];
        for (Row row : rows) {
            int start = ids.rowOf(row.getInt(0)) * rank;
            List<Float> factor = row.getList(1);
            for (int i = 0; i < rank; i++) {
                values[start + i] = factor.get(i);
            }
        }
        return new FactorTable(ids, rank, values);
    }

    public Ids ids() {
        return ids;
    }

    public int rank() {
        return rank;
    }

    public float value(int row, int dimension) {
        return values[row * rank + dimension];
    }

    /** The factor of an id, or null when it has none. */
    public float @Nullable [] factor(int id) {
        int row = ids.rowOf(id);
        return row < 0 ? null : Arrays.copyOfRange(values, row * rank, (row + 1) * rank);
    }

    /** The product of one row of this table with one of another of the same rank. */
    public double dot(int row, FactorTable other, int otherRow) {
        double product = 0;
        for (int i = 0, a = row * rank, b = otherRow * rank; i < rank; i++) {
            product += (double) values[a + i] * other.values[b + i];
        }
        return product;
    }
}
