package dev.ingot.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.testing.Property;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The planner, which works on sets, says what a naive one says slice by slice. */
class PlansLikeTheReferenceTest {
    @Test
    void everySliceIsPlannedForItsReasonsAndNoOther() {
        Property.forAll(1500, random -> {
            RandomProject project = RandomProject.of(random);
            Set<AssetKey> chosen = chosen(project, random);
            Force force = Force.values()[random.nextInt(Force.values().length)];
            Only only = force == Force.NONE ? Only.values()[random.nextInt(Only.values().length)] : Only.STALE;
            PlanRequest request = request(chosen).force(force).only(only).build();
            Map<AssetKey, Map<PartitionKey, Set<String>>> expected =
                    new ReferencePlanner(project).plan(chosen, force, only);
            if (!isReadable(project, expected.keySet(), only == Only.STALE ? chosen : Set.of())) {
                assertMissingUpstream(project, request);
                return;
            }
            Plan plan = new Planner(project.graph, project.state).plan(request);
            assertThat(reasons(plan)).isEqualTo(expected);
            chosen.removeAll(expected.keySet());
            assertThat(plan.fresh()).isEqualTo(chosen.size());
        });
    }

    @Test
    void somePartitionsAreTakenInEachAssetsOwnTermsAndWhatFollowsToo() {
        Property.forAll(1500, random -> {
            RandomProject project = RandomProject.ofTheSameTimes(random);
            Set<AssetKey> named = chosen(project, random);
            Force force = Force.values()[random.nextInt(Force.values().length)];
            ReferenceRange range =
                    new ReferenceRange(ReferenceRange.SAMPLES.get(random.nextInt(ReferenceRange.SAMPLES.size())));
            ReferencePlanner reference = new ReferencePlanner(project);
            Set<AssetKey> chosen = having(reference, named, range);
            PlanRequest request = request(named)
                    .force(force)
                    .partitions(PartitionFilter.parse(range.text()))
                    .build();
            if (chosen.stream().noneMatch(asset -> isPartitioned(project, asset))) {
                assertThatThrownBy(() -> new Planner(project.graph, project.state).plan(request))
                        .isInstanceOf(IngotException.class);
                return;
            }
            Map<AssetKey, Map<PartitionKey, Set<String>>> expected = reference.plan(chosen, force, Only.STALE, range);
            if (isReadable(project, expected.keySet(), chosen)) {
                assertThat(reasons(new Planner(project.graph, project.state).plan(request)))
                        .as("%s of %s, force %s", range, named, force)
                        .isEqualTo(expected);
            } else {
                assertMissingUpstream(project, request);
            }
        });
    }

    /** Those assets that have some of the partitions, and those that are not partitioned. */
    private static Set<AssetKey> having(ReferencePlanner reference, Set<AssetKey> named, ReferenceRange range) {
        return named.stream()
                .filter(asset -> reference.exist(asset).stream().anyMatch(range::holds))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPartitioned(RandomProject project, AssetKey asset) {
        return project.graph.spec(asset).partitioning().isPartitioned();
    }

    @Test
    void batchesDivideTheStepsAndStepsWaitForWhatTheyNeed() {
        Property.forAll(500, random -> {
            RandomProject project = RandomProject.of(random);
            Set<AssetKey> all = new TreeSet<>(project.graph.keys());
            int most = 1 + random.nextInt(3);
            long bytes = random.nextInt(3) * 150L;
            PlanRequest unlimited = request(all).batching(Batching.unlimited()).build();
            ReferencePlanner reference = new ReferencePlanner(project);
            Set<AssetKey> planned = reference.plan(all, Force.NONE, Only.STALE).keySet();
            if (!isReadable(project, planned, all)) {
                assertMissingUpstream(project, unlimited);
                return;
            }
            Plan whole = new Planner(project.graph, project.state).plan(unlimited);
            Plan plan = new Planner(project.graph, project.state)
                    .plan(request(all).batching(new Batching(bytes, most)).build());
            assertThat(reasons(plan)).isEqualTo(reasons(whole));
            assertThat(plan.steps()).allMatch(step -> step.scope().partitions().size() <= most);
            assertBatches(plan);
            for (PlanStep step : plan.steps()) {
                assertThat(step.after()).isEqualTo(waits(project, reference, plan, step));
            }
        });
    }

    @Test
    void whatIsMissingUpstreamIsNamedUnlessThatIsAllowed() {
        Property.forAll(1000, random -> {
            RandomProject project = RandomProject.of(random);
            Set<AssetKey> chosen = chosen(project, random);
            PlanRequest.Builder request = request(chosen).allowMissing(false);
            Map<AssetKey, Map<PartitionKey, Set<String>>> reference =
                    new ReferencePlanner(project).plan(chosen, Force.NONE, Only.STALE);
            if (isComplete(project, reference) && isReadable(project, reference.keySet(), chosen)) {
                Plan plan = new Planner(project.graph, project.state).plan(request.build());
                assertThat(reasons(plan)).isEqualTo(reference);
            } else {
                assertMissingUpstream(project, request.build());
            }
        });
    }

    private static void assertMissingUpstream(RandomProject project, PlanRequest request) {
        assertThatThrownBy(() -> new Planner(project.graph, project.state).plan(request))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.MISSING_UPSTREAM));
    }

    /** Whether there is, or will be, something of every input of what is planned or was never made. */
    private static boolean isReadable(RandomProject project, Set<AssetKey> planned, Set<AssetKey> chosen) {
        Set<AssetKey> reading = new TreeSet<>(planned);
        chosen.stream()
                .filter(asset -> !project.state.ledger().isMaterialized(asset))
                .forEach(reading::add);
        return reading.stream()
                .flatMap(asset -> project.graph.upstream(asset).stream())
                .allMatch(input ->
                        planned.contains(input) || project.state.ledger().isMaterialized(input));
    }

    private static boolean isComplete(RandomProject project, Map<AssetKey, Map<PartitionKey, Set<String>>> plan) {
        ReferencePlanner reference = new ReferencePlanner(project);
        return plan.entrySet().stream()
                .allMatch(asset -> asset.getValue().keySet().stream()
                        .filter(reference.exist(asset.getKey())::contains)
                        .allMatch(key -> project.graph.spec(asset.getKey()).dependencies().stream()
                                .allMatch(input -> reference.needed(asset.getKey(), key, input).stream()
                                        .allMatch(slice -> project.state
                                                        .ledger()
                                                        .entry(input.upstream(), slice)
                                                        .isPresent()
                                                || plan.getOrDefault(input.upstream(), Map.of())
                                                        .containsKey(slice)))));
    }

    private static Set<Integer> waits(RandomProject project, ReferencePlanner reference, Plan plan, PlanStep step) {
        Set<Integer> waits = new HashSet<>();
        for (PlanStep other : plan.steps()) {
            boolean before = other.asset().equals(step.asset())
                    && other.batch().index() == step.batch().index() - 1;
            if (before || reads(project, reference, step, other)) {
                waits.add(other.number());
            }
        }
        return waits;
    }

    /** A slice that goes away is in no mapping: everything that reads the table waits, and it waits for everything. */
    private static boolean reads(RandomProject project, ReferencePlanner reference, PlanStep step, PlanStep other) {
        for (Dependency input : project.graph.spec(step.asset()).dependencies()) {
            if (input.upstream().equals(other.asset())) {
                PartitionSet written = other.scope().partitions();
                boolean goes = !reference.exist(other.asset()).containsAll(written)
                        || !reference
                                .exist(step.asset())
                                .containsAll(step.scope().partitions());
                return goes && !input.mapping().isIdentity()
                        || step.scope().partitions().stream()
                                .anyMatch(key -> input.mapping().isIdentity()
                                        ? written.contains(key)
                                        : reference
                                                .needed(step.asset(), key, input)
                                                .intersects(written));
            }
        }
        return false;
    }

    private static void assertBatches(Plan plan) {
        Map<AssetKey, PlanStep> last = new HashMap<>();
        int number = 0;
        for (PlanStep step : plan.steps()) {
            assertThat(step.number()).isEqualTo(++number);
            assertThat(step.after()).allMatch(before -> before < step.number());
            PlanStep before = last.put(step.asset(), step);
            assertThat(step.batch().index())
                    .isEqualTo(before == null ? 1 : before.batch().index() + 1);
            if (before != null) {
                assertThat(before.scope().partitions().last())
                        .isLessThan(step.scope().partitions().first());
            }
        }
        last.values()
                .forEach(step ->
                        assertThat(step.batch().index()).isEqualTo(step.batch().count()));
    }

    private static Set<AssetKey> chosen(RandomProject project, Random random) {
        List<AssetKey> all = project.graph.keys();
        Set<AssetKey> chosen =
                all.stream().filter(any -> random.nextInt(4) > 0).collect(Collectors.toCollection(TreeSet::new));
        return chosen.isEmpty() ? new TreeSet<>(all) : chosen;
    }

    private static PlanRequest.Builder request(Set<AssetKey> chosen) {
        String expression = chosen.stream().map(AssetKey::toString).collect(Collectors.joining(", "));
        return PlanRequest.builder().selection(Selection.parse(expression)).allowMissing(true);
    }

    private static Map<AssetKey, Map<PartitionKey, Set<String>>> reasons(Plan plan) {
        Map<AssetKey, Map<PartitionKey, Set<String>>> reasons = new TreeMap<>();
        for (PlanStep step : plan.steps()) {
            Map<PartitionKey, Set<String>> slices = reasons.computeIfAbsent(step.asset(), any -> new TreeMap<>());
            for (PlannedReason planned : step.reasons()) {
                for (PartitionKey key : planned.partitions()) {
                    assertThat(step.scope().partitions().contains(key)).isTrue();
                    slices.computeIfAbsent(key, any -> new TreeSet<>())
                            .add(planned.reason().toString());
                }
            }
            assertThat(slices.keySet())
                    .containsAll(step.scope().partitions().stream().toList());
        }
        return reasons;
    }
}
