package dev.ingot.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import dev.ingot.dataset.DatasetProblem.Kind;
import dev.ingot.dataset.MovieLensFile;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleGenerator;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovieLensArchiveTest {
    @TempDir
    Path temp;

    private Path zip() {
        return temp.resolve("ml.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ml-test/"})
    void aGoodZipAndAGoodFolderAreTheSame(String folder) throws Exception {
        TestArchive good = TestArchive.good(folder)
                .add(folder + "README.txt", "read me")
                .add(folder + "genome-tags.csv", "x")
                .add("__MACOSX/._ratings.csv", "x");
        Path unpacked = good.unpacked(Files.createDirectory(temp.resolve("unpacked")));
        for (Path location : List.of(good.zip(zip()), unpacked)) {
            MovieLensArchive archive = MovieLensArchive.open(location);
            assertThat(archive.location()).isEqualTo(location);
            assertThat(archive.files()).extracting(DataFile::file).containsExactly(MovieLensFile.values());
            assertThat(archive.files()).extracting(DataFile::rows).containsExactly(2L, 2L, 2L, 2L);
            for (DataFile file : archive.files()) {
                byte[] bytes =
                        Files.readAllBytes(unpacked.resolve(folder + file.file().fileName()));
                try (InputStream in = file.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
                assertThat(file.path()).isEqualTo(folder + file.file().fileName());
                assertThat(file.bytes()).isEqualTo(bytes.length);
                assertThat(file.sha256()).isEqualTo(sha256(bytes));
            }
        }
    }

    @Test
    void nothingIsThere() {
        DatasetProblem problem = onlyProblem(temp.resolve("nowhere.zip"));
        assertThat(problem.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(problem.toString()).contains("nowhere.zip").contains("no such file");
    }

    @Test
    void anyOtherFileIsNoArchive() throws IOException {
        Files.writeString(zip(), "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n");
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(onlyProblem(zip()).what()).contains("neither a folder nor a zip");
    }

    @Test
    void aFileWithoutBytesIsEmpty() throws IOException {
        Files.createFile(zip());
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void aZipCutOffAnywhereIsTruncated() throws IOException {
        byte[] whole = Files.readAllBytes(TestArchive.good("ml/").zip(zip()));
        for (int length = 30; length < whole.length; length += 7) {
            Files.write(zip(), Arrays.copyOf(whole, length));
            assertThat(onlyProblem(zip()).kind())
                    .as("the first %d bytes", length)
                    .isEqualTo(Kind.TRUNCATED);
        }
    }

    /** Whatever bit is wrong in the packed bytes of the first file, the checksum gives it away. */
    @Test
    void aDamagedZipIsTruncated() throws IOException {
        byte[] whole = Files.readAllBytes(TestArchive.good("").zip(zip()));
        int data = 30 + "ratings.csv".length();
        for (int at = data; at < data + 60; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 16;
            Files.write(zip(), damaged);
            DatasetProblem problem = onlyProblem(zip());
            assertThat(problem.kind()).as("byte %d", at).isEqualTo(Kind.TRUNCATED);
            assertThat(problem.file()).isEqualTo("ratings.csv");
        }
    }

    @Test
    void bytesThatAreMissingInTheMiddleMakeItTruncated() throws IOException {
        byte[] whole = Files.readAllBytes(TestArchive.good("").zip(zip()));
        byte[] shorter = new byte[whole.length - 100];
        System.arraycopy(whole, 0, shorter, 0, 150);
        System.arraycopy(whole, 250, shorter, 150, shorter.length - 150);
        Files.write(zip(), shorter);
        assertThat(problems(zip())).isNotEmpty().allMatch(problem -> problem.kind() == Kind.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFileIsNamed(MovieLensFile file) {
        TestArchive.good("ml/").remove("ml/" + file.fileName()).zip(zip());
        DatasetProblem problem = onlyProblem(zip());
        assertThat(problem.kind()).isEqualTo(Kind.MISSING_FILE);
        assertThat(problem.file()).isEqualTo("ml/" + file.fileName());
    }

    @Test
    void anEmptyFolderLacksAllFour() {
        assertThat(problems(temp)).hasSize(4).allMatch(problem -> problem.kind() == Kind.MISSING_FILE);
    }

    @Test
    void twoDataSetsAreOneTooMany() {
        Path both = TestArchive.good("b/").unpacked(TestArchive.good("a/").unpacked(temp));
        assertThat(onlyProblem(both).what()).contains("'a/', 'b/'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userId;movieId;rating;timestamp",
                "movieId,userId,rating,timestamp",
                "userId,movieId,rating",
                "\"userId\",\"movieId\",\"rating\",\"timestamp\"",
                "1,1,4.0,964982703",
                ""
            })
    void anotherHeaderIsQuotedBesideTheRightOne(String header) {
        TestArchive.good("")
                .replace("ratings.csv", header + "\n1,1,4.0,964982703\n")
                .zip(zip());
        DatasetProblem problem = onlyProblem(zip());
        assertThat(problem.kind()).isEqualTo(Kind.WRONG_HEADER);
        assertThat(problem.what()).contains("'" + header + "'").contains("'userId,movieId,rating,timestamp'");
        assertThat(problem.location()).isEqualTo("line 1");
    }

    @Test
    void aHugeFirstLineIsNotRepeated() {
        TestArchive.good("")
                .replace("ratings.csv", "\u001b[31m" + "x".repeat(1_000_000))
                .zip(zip());
        assertThat(onlyProblem(zip()).what())
                .hasSizeLessThan(200)
                .contains("?[31mxxx")
                .contains("…");
    }

    @ParameterizedTest
    @CsvSource({"''", "'userId,movieId,tag,timestamp'", "'userId,movieId,tag,timestamp\n\r\n\n'"})
    void aFileWithoutRowsIsEmpty(String text) {
        TestArchive.good("").replace("tags.csv", text).zip(zip());
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.EMPTY);
        assertThat(onlyProblem(zip()).file()).isEqualTo("tags.csv");
    }

    @Test
    void latin1IsRefusedAtItsFirstWrongByte() {
        String text = MovieLensFile.MOVIES.header() + "\n1,Plain,Drama\n2,Amélie,Drama\n";
        TestArchive.good("")
                .replace("movies.csv", text, StandardCharsets.ISO_8859_1)
                .zip(zip());
        DatasetProblem problem = onlyProblem(zip());
        assertThat(problem.kind()).isEqualTo(Kind.WRONG_ENCODING);
        assertThat(problem.location()).isEqualTo("line 3, byte " + text.indexOf('é'));
    }

    @Test
    void aWrongByteIsFoundFarInsideAndAtTheVeryEnd() {
        String far = MovieLensFile.MOVIES.header() + "\n" + "1,Plain é,Drama\n".repeat(20_000);
        byte[] bytes = far.getBytes(StandardCharsets.UTF_8);
        for (int at : new int[] {bytes.length - 1, 65_535, 65_536, 65_537, 131_072}) {
            byte[] broken = bytes.clone();
            broken[at] = (byte) 0xFF;
            TestArchive.good("")
                    .replace("movies.csv", new String(broken, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                    .zip(zip());
            DatasetProblem problem = onlyProblem(zip());
            assertThat(problem.kind()).isEqualTo(Kind.WRONG_ENCODING);
            long offset = Long.parseLong(problem.location().replaceAll(".* ", ""));
            assertThat(offset).isBetween(at - 1L, (long) at);
        }
    }

    @Test
    void aCharacterCutInTwoAtTheEndIsNoUtf8() {
        String text = MovieLensFile.MOVIES.header() + "\n1,Ã";
        TestArchive.good("")
                .replace("movies.csv", text, StandardCharsets.ISO_8859_1)
                .zip(zip());
        assertThat(onlyProblem(zip()).location()).isEqualTo("line 2, byte " + (text.length() - 1));
    }

    @Test
    void utf16IsRecognised() {
        String text = MovieLensFile.MOVIES.header() + "\n1,Plain,Drama\n";
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            TestArchive.good("").replace("movies.csv", text, charset).zip(zip());
            DatasetProblem problem = onlyProblem(zip());
            assertThat(problem.kind()).isEqualTo(Kind.WRONG_ENCODING);
            assertThat(problem.what()).contains("UTF-16");
            assertThat(problem.location()).startsWith("line 1");
        }
    }

    @Test
    void aQuoteThatNeverEndsIsFoundWhereItBegins() {
        String text = MovieLensFile.MOVIES.header() + "\n1,Plain,Drama\n2,\"Open,Drama\n3,Plain,Drama\n";
        TestArchive.good("").replace("movies.csv", text).zip(zip());
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(onlyProblem(zip()).location()).isEqualTo("line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.sh", "ml/../../evil.sh", "/etc/passwd", "C:/evil.exe", "..\\evil.exe", "\\evil", "a\\b"
            })
    void anEntryThatLeadsElsewhereIsUnsafe(String name) {
        TestArchive.good("ml/").add(name, "x").zip(zip());
        DatasetProblem problem = onlyProblem(zip());
        assertThat(problem.kind()).isEqualTo(Kind.UNSAFE_PATH);
        assertThat(problem.file()).isEqualTo(name);
    }

    @Test
    void anEntryThatOccursTwiceIsUnsafe() throws IOException {
        TestArchive.good("").add("ratings.cs_", "x").zip(zip());
        patch("ratings.cs_".getBytes(StandardCharsets.UTF_8), "ratings.csv".getBytes(StandardCharsets.UTF_8));
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.UNSAFE_PATH);
        assertThat(onlyProblem(zip()).what()).contains("twice");
    }

    @Test
    void aSymbolicLinkIsUnsafe() throws IOException {
        byte[] bytes = Files.readAllBytes(TestArchive.good("").zip(zip()));
        int header = lastIndexOf(bytes, "links.csv") - 46;
        bytes[header + 5] = 3;
        bytes[header + 41] = (byte) 0xA1;
        Files.write(zip(), bytes);
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.UNSAFE_PATH);
        assertThat(onlyProblem(zip()).what()).contains("symbolic link");
    }

    @Test
    void anEncryptedEntryCannotBeRead() throws IOException {
        byte[] bytes = Files.readAllBytes(TestArchive.good("").zip(zip()));
        bytes[lastIndexOf(bytes, "links.csv") - 46 + 8] |= 1;
        Files.write(zip(), bytes);
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(onlyProblem(zip()).what()).contains("encrypted");
    }

    @Test
    void aZipBombIsNotUnpacked() {
        TestArchive.good("").replace("tags.csv", " ".repeat(4 << 20)).zip(zip());
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(onlyProblem(zip()).what()).contains("4194304");
    }

    @Test
    void sizesAndEntriesAreLimited() {
        TestArchive.good("").zip(zip());
        assertThat(onlyProblem(zip(), new Limits(10, 67, 1000, 200)).file()).isEqualTo("ratings.csv");
        assertThat(onlyProblem(zip(), new Limits(10, 1000, 200, 200)).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(onlyProblem(zip(), new Limits(3, 1000, 1000, 200)).what()).contains("more than 3 entries");
        assertThat(MovieLensArchive.open(zip(), new Limits(4, 1000, 1000, 1)).files())
                .hasSize(4);
    }

    /** Beyond 65,535 entries the archive has the directory of zip64. */
    @Test
    void aZip64DirectoryIsRead() {
        TestArchive large = TestArchive.good("ml/");
        for (int i = 0; i < 66_000; i++) {
            large.add("ml/other/" + i, "");
        }
        large.zip(zip());
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.TOO_LARGE);
        Limits generous = new Limits(70_000, 1000, 1000, 200);
        assertThat(MovieLensArchive.open(zip(), generous).files()).hasSize(4);
    }

    /** A directory that understates the size must not let a bomb through. */
    @Test
    void aFileLongerThanTheArchiveSaysIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(TestArchive.good("").zip(zip()));
        bytes[lastIndexOf(bytes, "ratings.csv") - 46 + 24] -= 20;
        Files.write(zip(), bytes);
        assertThat(onlyProblem(zip()).kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(onlyProblem(zip()).file()).isEqualTo("ratings.csv");
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        TestArchive.good("")
                .remove("links.csv")
                .replace("tags.csv", MovieLensFile.TAGS.header())
                .replace("ratings.csv", "user,movie\n1,2\n")
                .replace("movies.csv", "é", StandardCharsets.ISO_8859_1)
                .zip(zip());
        assertThat(problems(zip()))
                .extracting(DatasetProblem::kind)
                .containsExactly(Kind.MISSING_FILE, Kind.WRONG_HEADER, Kind.WRONG_ENCODING, Kind.EMPTY);
        assertThatThrownBy(() -> MovieLensArchive.open(zip())).hasMessageContainingAll("ratings.csv", "movies.csv");
    }

    @Test
    void aGeneratedSampleCanBeOpened() throws IOException {
        Manifest manifest = SampleGenerator.generate(SampleSettings.defaults().withRatings(5000), temp);
        for (DataFile file : MovieLensArchive.open(temp).files()) {
            Manifest.FileSummary summary = manifest.file(file.file().fileName());
            assertThat(file.rows()).isEqualTo(summary.rows());
            assertThat(file.sha256()).isEqualTo(summary.sha256());
        }
    }

    private void patch(byte[] from, byte[] to) throws IOException {
        String text = new String(Files.readAllBytes(zip()), StandardCharsets.ISO_8859_1);
        String patched = text.replace(
                new String(from, StandardCharsets.ISO_8859_1), new String(to, StandardCharsets.ISO_8859_1));
        Files.write(zip(), patched.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Where a name stands for the last time: in the central directory. */
    private static int lastIndexOf(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(name);
    }

    private static DatasetProblem onlyProblem(Path location) {
        return onlyProblem(location, Limits.DEFAULTS);
    }

    private static DatasetProblem onlyProblem(Path location, Limits limits) {
        DatasetException exception =
                catchThrowableOfType(DatasetException.class, () -> MovieLensArchive.open(location, limits));
        assertThat(exception).as("%s is refused", location).isNotNull();
        assertThat(exception.problems()).hasSize(1);
        assertThat(exception.problems().get(0).help()).isNotBlank();
        return exception.problems().get(0);
    }

    private static List<DatasetProblem> problems(Path location) {
        return catchThrowableOfType(DatasetException.class, () -> MovieLensArchive.open(location))
                .problems();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
