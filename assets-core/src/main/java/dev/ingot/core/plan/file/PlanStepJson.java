package dev.ingot.core.plan.file;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.Expected;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Batch;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.PlannedReason;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The steps of a plan's JSON, but for what they are based on. */
final class PlanStepJson {
    private PlanStepJson() {}

    static Map<String, Object> print(PlanStep step, KeyLists lists) {
        StepScope scope = step.scope();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("number", step.number());
        node.put("asset", step.asset().toString());
        node.put("keys", lists.place(step));
        node.put("partitions", lists.print(scope.partitions(), step));
        node.put("discover", scope.discover());
        if (!scope.within().isEverything()) {
            node.put("within", scope.within().toString());
        }
        node.put(
                "reasons",
                step.reasons().stream()
                        .map(planned -> reason(planned, step, lists))
                        .toList());
        node.put("batch", step.batch().index());
        node.put("batches", step.batch().count());
        node.put("after", new ArrayList<>(new TreeSet<>(step.after())));
        node.put("rows", step.expected().rows());
        node.put("bytes", step.expected().bytes());
        node.put("took_ms", step.expected().took().toMillis());
        node.put("forced", step.forced());
        return node;
    }

    /** Most reasons hold for all slices of their step, which are many. */
    private static Map<String, Object> reason(PlannedReason planned, PlanStep step, KeyLists lists) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("kind", planned.reason().kind().text());
        node.put("detail", planned.reason().detail());
        if (!planned.partitions().equals(step.scope().partitions())) {
            node.put("partitions", lists.print(planned.partitions(), step));
        }
        return node;
    }

    /** @param lists the keys that the plan's steps speak of; none in format 1, which has no ranges */
    static PlanStep parse(JsonFields node, List<PartitionSet> lists) {
        PartitionSet list = node.has("keys") ? list(node.number("keys"), lists) : PartitionSet.empty();
        PartitionSet partitions = KeyLists.parse(node.texts("partitions"), list);
        List<PlannedReason> reasons = new ArrayList<>();
        node.list("reasons").forEach(reason -> reasons.add(reason(JsonFields.of(reason), partitions, list)));
        return new PlanStep(
                (int) node.number("number"),
                AssetKey.parse(node.text("asset")),
                new StepScope(
                        partitions,
                        node.truth("discover"),
                        node.optional("within").map(PartitionFilter::parse).orElseGet(PartitionFilter::everything)),
                reasons,
                new Batch((int) node.number("batch"), (int) node.number("batches")),
                after(node),
                new Expected(node.number("rows"), node.number("bytes"), Duration.ofMillis(node.number("took_ms"))),
                node.truth("forced"));
    }

    private static PartitionSet list(long place, List<PartitionSet> lists) {
        if (place < 0 || place >= lists.size()) {
            throw PlanFileErrors.unreadable("it has no keys " + place);
        }
        return lists.get((int) place);
    }

    private static PlannedReason reason(JsonFields node, PartitionSet all, PartitionSet list) {
        return new PlannedReason(
                new Reason(node.constant("kind", ReasonKind.values(), ReasonKind::text), node.text("detail")),
                node.has("partitions") ? KeyLists.parse(node.texts("partitions"), list) : all);
    }

    /** A step waits for steps before it: a plan that waits for itself would never end. */
    private static Set<Integer> after(JsonFields node) {
        Set<Integer> after = new TreeSet<>();
        for (Object number : node.list("after")) {
            if (!(number instanceof Number before)
                    || before.longValue() < 1
                    || before.longValue() >= node.number("number")) {
                throw PlanFileErrors.unreadable("step " + node.number("number") + " waits for " + number);
            }
            after.add(before.intValue());
        }
        return after;
    }
}
