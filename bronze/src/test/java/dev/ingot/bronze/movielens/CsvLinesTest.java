package dev.ingot.bronze.movielens;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.dataset.MovieLensFile;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {
    private static final LandedFile MOVIES = LandedFile.of("movielens/movies.csv", MovieLensFile.MOVIES);

    @TempDir
    Path folder;

    @Test
    void splitsRows() {
        assertFields("1,Toy Story (1995),Comedy", "1", "Toy Story (1995)", "Comedy");
        assertFields("1,\"Matrix, The (1999)\",Action", "1", "Matrix, The (1999)", "Action");
        assertFields("1,\"11'09\"\"01 - September 11 (2002)\",Drama", "1", "11'09\"01 - September 11 (2002)", "Drama");
        assertFields("1,\"\"\"Hi\"\"\",\"Drama\"", "1", "\"Hi\"", "Drama");
        assertFields("1,\"\"\"\",Drama", "1", "\"", "Drama");
        assertFields("1,\"\",Drama", "1", "", "Drama");
        assertFields("\"1\",\"a\",\"b\"", "1", "a", "b");
        assertFields("1, a , b ", "1", " a ", " b ");
        assertFields(",,", "", "", "");
        assertFields("1,Été (1976),夜|🎬", "1", "Été (1976)", "夜|🎬");
    }

    @Test
    void takesAQuoteInsideAnUnquotedFieldAsItIs() {
        assertFields("1,Say \"Hi\",Drama", "1", "Say \"Hi\"", "Drama");
        assertFields("1,5\" Floppy,a\"", "1", "5\" Floppy", "a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1,Toy Story (1995)",
                "1,Matrix, The (1999),Action",
                "1,a,b,",
                "1,\"a,b",
                "1,a,\"b",
                "1,\"a\"b,c",
                "1,\"a\" ,c",
                "1,\"a,b\"",
                "1,\"a\"\",b",
                "\"1,a,b",
                "1,\"a\",b,c",
                " ",
                "\""
            })
    void keepsTheTextOfARowThatCannotBeSplit(String line) {
        Row row = rows(line).first();

        assertThat(row.<Boolean>getAs("_well_formed")).isFalse();
        assertThat(row.<String>getAs("_text")).isEqualTo(line);
        assertThat(row.<String>getAs("_source")).isEqualTo("movielens/movies.csv:2");
        assertThat(row.isNullAt(0) && row.isNullAt(1) && row.isNullAt(2)).isTrue();
    }

    @Test
    void aVeryLongFieldIsNoProblem() {
        assertFields("1,\"" + "\"\"".repeat(50_000) + "\",Drama", "1", "\"".repeat(50_000), "Drama");
    }

    @Test
    void saysWhereEachRowCameFrom() {
        Row row = rows("1,a,b").first();

        assertThat(row.<String>getAs("source_object")).isEqualTo("movielens/movies.csv");
        assertThat(row.<String>getAs("source_version")).isEqualTo("v1");
        assertThat(row.<Long>getAs("source_line")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void knowsEveryLineEndAndSkipsHeaderAndEmptyLines(String end) throws IOException {
        Path file = Files.writeString(
                folder.resolve("movies.csv"),
                String.join(end, "\uFEFFmovieId,title,genres", "1,a,b", "", "2,c,d", "movieId,title,genres", ""));

        List<Row> rows = CsvLines.rows(CsvLines.read(TestSpark.session(), file.toString()), MOVIES, "v1")
                .select("source_line", "movie_id")
                .collectAsList();

        assertThat(rows).containsExactly(row(2L, "1"), row(4L, "2"), row(5L, "movieId"));
    }

    /** The blocks are shorter than many a line, so that every kind of cut is met. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void numbersTheLinesOfAFileReadInSeveralBlocks(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        List<Row> expected = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            String line = "ñ".repeat(random.nextInt(12)) + i;
            expected.add(row((long) i, line));
            text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        Path file = Files.write(folder.resolve("lines"), text.toString().getBytes(StandardCharsets.UTF_8));

        Dataset<Row> read = CsvLines.read(readingBlocksOf(25 + random.nextInt(60)), file.toString());

        assertThat(read.orderBy("line").collectAsList()).isEqualTo(expected);
    }

    private static SparkSession readingBlocksOf(int bytes) {
        SparkSession session = TestSpark.session().newSession();
        session.conf().set("spark.sql.files.maxPartitionBytes", bytes);
        return session;
    }

    private static void assertFields(String line, String... fields) {
        Row row = rows(line).first();

        assertThat(row.<Boolean>getAs("_well_formed")).as(line).isTrue();
        assertThat(List.of(row.getString(0), row.getString(1), row.getString(2)))
                .as(line)
                .containsExactly(fields);
    }

    private static Dataset<Row> rows(String... lines) {
        Row[] numbered = IntStream.range(0, lines.length)
                .mapToObj(i -> row(i + 2L, lines[i]))
                .toArray(Row[]::new);
        return CsvLines.rows(TestSpark.rows("line bigint, text string", numbered), MOVIES, "v1");
    }
}
