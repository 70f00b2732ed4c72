package dev.ingot.core.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.Expected;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import dev.ingot.core.plan.Batch;
import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.Only;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.PlannedReason;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.testing.Property;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {
    private static final AssetKey RATINGS = AssetKey.parse("silver/movielens/ratings");
    private static final PlanFile VALID = new PlanFile(
            "movielens",
            "0.1.0",
            PlanRequest.builder()
                    .selection(Selection.parse("+silver"))
                    .partitions(PartitionFilter.parse("1996..1998"))
                    .force(Force.CHOSEN)
                    .build(),
            new Plan(
                    List.of(
                            new PlanStep(
                                    1,
                                    AssetKey.parse("bronze/movielens/ratings"),
                                    StepScope.of(PartitionSet.whole()),
                                    List.of(new PlannedReason(
                                            new Reason(ReasonKind.SOURCE_CHANGED, "movielens/ratings.csv"),
                                            PartitionSet.whole())),
                                    Batch.single(),
                                    Set.of(),
                                    new Expected(100836, 2483723, Duration.ofMillis(4200)),
                                    true),
                            new PlanStep(
                                    2,
                                    RATINGS,
                                    StepScope.discovering(
                                            PartitionSet.of("1996", "1997"), PartitionFilter.parse("1996..1998")),
                                    List.of(new PlannedReason(
                                            new Reason(ReasonKind.UPSTREAM_CHANGED, "bronze/movielens/ratings"),
                                            PartitionSet.of("1996", "1997").union(PartitionSet.whole()))),
                                    Batch.single(),
                                    Set.of(1),
                                    Expected.unknown(),
                                    true)),
                    3,
                    List.of("silver/movielens/tags is stale and is read as it is")),
            "00112233445566778899aabbccddeeff",
            List.of(
                    new StepBasis("0011223344556677", Map.of("movielens/ratings.csv", "ff00"), Map.of(), "aa"),
                    new StepBasis("8899aabbccddeeff", Map.of(), Map.of("bronze/movielens/ratings", "bb"), "cc")));

    private static final PartitionSet WINDOWS = Partitioning.daily("day")
            .start(LocalDate.of(2024, 2, 20))
            .build()
            .stated(PartitionFacts.at(Instant.parse("2024-03-10T00:00:00Z")))
            .orElseThrow();

    @Test
    void theFormIsTheOneThatFilesHoldAlready() throws IOException {
        assertThat(PlanJson.print(VALID).strip()).isEqualTo(golden());
        assertThat(PlanJson.parse(golden())).isEqualTo(VALID);
    }

    @Test
    void theFormThatListedEveryKeyIsStillRead() throws IOException {
        assertThat(PlanJson.parse(text("plan-format-1.json"))).isEqualTo(VALID);
    }

    @Test
    void neighboursAreARange() {
        TimeWindows hours = Partitioning.hourly("hour")
                .zone("Europe/Berlin")
                .start(LocalDateTime.of(2024, 10, 27, 0, 0))
                .build();
        PartitionSet all = hours.stated(PartitionFacts.at(Instant.parse("2074-10-27T00:00:00Z")))
                .orElseThrow();
        PartitionSet day = PartitionSet.span(all.space(), 0, 25);
        PartitionSet most = day.minus(PartitionSet.span(all.space(), 7, 9));
        PlanFile file = new PlanFile(
                "movielens",
                "0.1.0",
                PlanRequest.everything(),
                new Plan(List.of(step(1, day), step(2, most)), 0, List.of()),
                "00",
                List.of(VALID.bases().get(0), VALID.bases().get(0)));
        String json = PlanJson.print(file);
        assertThat(json)
                .contains("[ \"2024-10-27T00..2024-10-27T23\" ]")
                .contains("[ \"2024-10-27T00..2024-10-27T05\", \"2024-10-27T08..2024-10-27T23\" ]");
        assertThat(PlanJson.parse(json)).isEqualTo(file);
    }

    private static PlanStep step(int number, PartitionSet keys) {
        return new PlanStep(
                number,
                RATINGS,
                StepScope.of(keys),
                List.of(new PlannedReason(Reason.of(ReasonKind.MISSING), keys)),
                new Batch(number, 2),
                Set.of(),
                Expected.unknown(),
                false);
    }

    @Test
    void parseUndoesPrint() {
        Property.forAll(1000, random -> {
            PlanFile file = file(random);
            assertThat(PlanJson.parse(PlanJson.print(file))).isEqualTo(file);
        });
    }

    @Test
    void thePublishedSchemaKnowsEveryWord() throws IOException {
        String schema = Files.readString(Path.of("../docs/spec/plan.schema.json"));
        Stream<String> kinds = Stream.of(ReasonKind.values()).map(ReasonKind::text);
        assertThat(schema).contains(kinds.map(kind -> '"' + kind + '"').toList());
        Matcher names = Pattern.compile("\"([a-z_]+)\" :").matcher(golden());
        while (names.find()) {
            assertThat(schema).contains('"' + names.group(1) + "\": {");
        }
    }

    @Test
    void aNewerFormatIsRefusedBeforeItIsUnderstood() {
        assertFails(ErrorCode.NEWER_FORMAT, "format 3", "{\"ingot_plan\":3}");
        assertFails(ErrorCode.NEWER_FORMAT, "plan again", "{\"ingot_plan\":99,\"steps\":7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"ingot_plan\":\"1\"}", "{\"ingot_plan\":1}", "{", "text", "1"})
    void whatIsNoPlanIsRefused(String json) {
        assertFails(ErrorCode.INVALID_PLAN, "ingot plan --out", json);
    }

    @Test
    void whatIsDamagedIsRefused() throws IOException {
        for (String[] change : new String[][] {
            {"silver/movielens/ratings", "copper/x"},
            {"\"1996\"", "\"%zz\""},
            {"1996..1997", "1996..1999"},
            {"1996..1997", "1997..1996"},
            {"\"keys\" : 1", "\"keys\" : 2"},
            {"\"chosen\"", "\"all\""},
            {"\"+silver\"", "\"+\""},
            {"source changed", "moon"},
            {"\"after\" : [ 1 ]", "\"after\" : [ 2 ]"},
            {"\"number\" : 2", "\"number\" : 3"},
            {"\"basis\"", "\"base\""},
            {"\"discover\" : true", "\"discover\" : 1"}
        }) {
            String damaged = golden().replace(change[0], change[1]);
            assertThat(damaged).isNotEqualTo(golden());
            assertFails(ErrorCode.INVALID_PLAN, "", damaged);
        }
    }

    private static void assertFails(ErrorCode code, String text, String json) {
        assertThatThrownBy(() -> PlanJson.parse(json)).isInstanceOfSatisfying(IngotException.class, failure -> {
            assertThat(failure.diagnostic().code()).as(json).isEqualTo(code);
            assertThat(failure.diagnostic().text()).contains(text);
        });
    }

    private static PlanFile file(Random random) {
        List<PlanStep> steps = new ArrayList<>();
        List<StepBasis> bases = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(5); number++) {
            steps.add(step(random, number));
            bases.add(new StepBasis(
                    text(random),
                    Map.of("s" + text(random), text(random)),
                    Map.of("u" + text(random), text(random)),
                    text(random)));
        }
        PlanRequest.Builder request = PlanRequest.builder()
                .force(Force.values()[random.nextInt(3)])
                .only(Only.values()[random.nextInt(3)])
                .allowMissing(random.nextBoolean())
                .batching(new Batching(random.nextLong(1L << 50), random.nextInt(9)));
        if (random.nextBoolean()) {
            request.selection(Selection.parse("+gold, silver/*@1996..1998"));
        }
        if (random.nextBoolean()) {
            request.partitions(filter(random));
        }
        Plan plan = new Plan(steps, random.nextInt(9), List.of(text(random)));
        return new PlanFile(text(random), text(random), request.build(), plan, text(random), bases);
    }

    private static PlanStep step(Random random, int number) {
        PartitionSet partitions = partitions(random);
        List<PlannedReason> reasons = Stream.of(ReasonKind.values())
                .filter(any -> random.nextInt(3) == 0)
                .map(kind -> new PlannedReason(
                        new Reason(kind, text(random)), random.nextBoolean() ? partitions : partitions(random)))
                .toList();
        return new PlanStep(
                number,
                RATINGS,
                new StepScope(
                        partitions,
                        random.nextBoolean(),
                        random.nextBoolean() ? filter(random) : PartitionFilter.everything()),
                reasons,
                new Batch(number, 7),
                number < 3 ? Set.of() : Set.of(1, number - 1),
                new Expected(random.nextInt(9), random.nextLong(1L << 50), Duration.ofMillis(random.nextInt(9999))),
                random.nextBoolean());
    }

    private static PartitionFilter filter(Random random) {
        return PartitionFilter.parse(random.nextBoolean() ? "1996..1998|2001" : "a%20b");
    }

    /** Of keys that nobody thought of, or of windows: then all sets are of one space, and ranges of each other. */
    private static PartitionSet partitions(Random random) {
        if (random.nextInt(3) > 0) {
            return WINDOWS.filter(key -> random.nextInt(4) > 0);
        }
        return PartitionSet.of(Stream.generate(() -> random.nextInt(9) == 0
                        ? PartitionKey.whole()
                        : PartitionKey.of("p" + Property.text(random, 2), "" + random.nextInt(3)))
                .limit(random.nextInt(6))
                .toList());
    }

    private static String text(Random random) {
        return Property.text(random, 3);
    }

    private static String golden() throws IOException {
        return text("plan-valid.json");
    }

    private static String text(String name) throws IOException {
        try (InputStream file = PlanJsonTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
