package dev.ingot.recommender;

import static dev.ingot.recommender.model.RatingColumns.MOVIE_ID;
import static dev.ingot.recommender.model.RatingColumns.USER_ID;
import static org.apache.spark.sql.functions.col;

import dev.ingot.recommender.model.BiasTable;
import dev.ingot.recommender.model.Biases;
import dev.ingot.recommender.model.FactorTable;
import dev.ingot.recommender.model.Factors;
import dev.ingot.recommender.model.Ids;
import dev.ingot.recommender.model.TrainedModel;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A model on disk: three Parquet tables that anything can read, {@code summary} (the mean), {@code users} and
 * {@code movies} (id, bias, both factors; a factor is null where ALS knows nothing).
 */
final class ModelFolder {

    private static final String BIAS = "bias";
    private static final String RESIDUAL = "residual";
    private static final String TASTE = "taste";
    private static final StructType SUMMARY = new StructType().add("mean", DataTypes.DoubleType);

    private ModelFolder() {}

    /** Writes a model; what an attempt that died before its commit may have left there is replaced. */
    static void save(TrainedModel model, SparkSession spark, String folder) {
        Biases biases = model.biases();
        List<Row> mean = List.of(RowFactory.create(biases.mean()));
        write(spark.createDataFrame(mean, SUMMARY), folder + "/summary");
        Side users = new Side(
                USER_ID,
                biases.users(),
                model.residuals().users(),
                model.taste().users());
        Side movies = new Side(
                MOVIE_ID,
                biases.movies(),
                model.residuals().movies(),
                model.taste().movies());
        write(users.rows(spark), folder + "/users");
        write(movies.rows(spark), folder + "/movies");
    }

    static TrainedModel load(SparkSession spark, String folder) {
        double mean = spark.read()
                .schema(SUMMARY)
                .parquet(folder + "/summary")
                .first()
                .getDouble(0);
        Side users = Side.of(USER_ID, spark.read().parquet(folder + "/users"));
        Side movies = Side.of(MOVIE_ID, spark.read().parquet(folder + "/movies"));
        return new TrainedModel(
                new Biases(mean, movies.biases(), users.biases()),
                new Factors(users.residuals(), movies.residuals()),
                new Factors(users.taste(), movies.taste()));
    }

    private static void write(Dataset<Row> rows, String folder) {
        rows.write().mode(SaveMode.Overwrite).parquet(folder);
    }

    /** Everything that a model knows of users, or of movies. */
    private record Side(String id, BiasTable biases, FactorTable residuals, FactorTable taste) {

        static Side of(String id, Dataset<Row> rows) {
            return new Side(
                    id,
                    BiasTable.ofRows(rows.select(id, BIAS).collectAsList()),
                    factors(rows, id, RESIDUAL),
                    factors(rows, id, TASTE));
        }

        Dataset<Row> rows(SparkSession spark) {
            Ids ids = biases.ids();
            List<Row> rows = IntStream.range(0, ids.size())
                    .map(ids::at)
                    .mapToObj(key -> RowFactory.create(key, biases.of(key), residuals.factor(key), taste.factor(key)))
                    .toList();
            return spark.createDataFrame(rows, schema());
        }

        private StructType schema() {
            return new StructType()
                    .add(id, DataTypes.IntegerType)
                    .add(BIAS, DataTypes.DoubleType)
                    .add(RESIDUAL, DataTypes.createArrayType(DataTypes.FloatType))
                    .add(TASTE, DataTypes.createArrayType(DataTypes.FloatType));
        }

        private static FactorTable factors(Dataset<Row> rows, String id, String column) {
            return FactorTable.ofRows(
                    rows.select(id, column).filter(col(column).isNotNull()).collectAsList());
        }
    }
}
