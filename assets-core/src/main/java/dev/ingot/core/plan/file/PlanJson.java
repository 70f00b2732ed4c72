package dev.ingot.core.plan.file;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.Only;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The persisted form of a plan ({@code docs/spec/plan.md}). {@link #print} and {@link #parse} undo each other. */
public final class PlanJson {
    /** Grows when a reader of this version could no longer understand what is written. */
    public static final int FORMAT = 2;

    private static final JSON WRITER = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private PlanJson() {}

    public static String print(PlanFile file) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("ingot_plan", FORMAT);
        root.put("project", file.project());
        root.put("version", file.version());
        root.put("request", request(file.request()));
        root.put("graph", file.graph());
        root.put("fresh", file.plan().fresh());
        root.put("warnings", file.plan().warnings());
        KeyLists lists = KeyLists.of(file.plan().steps());
        root.put("keys", lists.texts());
        List<Object> steps = new ArrayList<>();
        for (int index = 0; index < file.bases().size(); index++) {
            Map<String, Object> step = PlanStepJson.print(file.plan().steps().get(index), lists);
            step.put("basis", basis(file.bases().get(index)));
            steps.add(step);
        }
        root.put("steps", steps);
        try {
            return WRITER.asString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> request(PlanRequest request) {
        Map<String, Object> node = new LinkedHashMap<>();
        request.selection().ifPresent(selection -> node.put("selection", selection.toString()));
        if (!request.partitions().isEverything()) {
            node.put("partitions", request.partitions().toString());
        }
        node.put("force", text(request.force()));
        node.put("only", text(request.only()));
        node.put("allow_missing", request.allowMissing());
        node.put("batch_bytes", request.batching().maxBytes());
        node.put("batch_partitions", request.batching().maxPartitions());
        return node;
    }

    private static Map<String, Object> basis(StepBasis basis) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", basis.code());
        node.put("sources", new TreeMap<>(basis.sources()));
        node.put("upstream", new TreeMap<>(basis.upstream()));
        node.put("slices", basis.slices());
        return node;
    }

    /**
     * Reads what {@link #print} wrote.
     *
     * @throws IngotException with code {@code newer-format} if a newer Ingot wrote it, {@code invalid-plan} if it is no plan
     */
    public static PlanFile parse(String json) {
        JsonFields root = read(json);
        if (root.number("ingot_plan") > FORMAT) {
            throw PlanFileErrors.newer(root.number("ingot_plan"));
        }
        try {
            return file(root);
        } catch (IngotException damaged) {
            // A key or selection that cannot be read has a diagnostic of its own, which would speak of no plan.
            throw damaged.diagnostic().code() == ErrorCode.INVALID_PLAN
                    ? damaged
                    : PlanFileErrors.unreadable(damaged.diagnostic().what());
        }
    }

    private static PlanFile file(JsonFields root) {
        List<PlanStep> steps = new ArrayList<>();
        List<StepBasis> bases = new ArrayList<>();
        List<PartitionSet> lists = root.has("keys") ? lists(root.list("keys")) : List.of();
        for (Object node : root.list("steps")) {
            JsonFields step = JsonFields.of(node);
            steps.add(PlanStepJson.parse(step, lists));
            if (steps.size() != steps.get(steps.size() - 1).number()) {
                throw PlanFileErrors.unreadable("its steps are not numbered from 1");
            }
            bases.add(basis(step.object("basis")));
        }
        return new PlanFile(
                root.text("project"),
                root.text("version"),
                request(root.object("request")),
                new Plan(steps, (int) root.number("fresh"), root.texts("warnings")),
                root.text("graph"),
                bases);
    }

    private static JsonFields read(String json) {
        try {
            return JsonFields.of(JSON.std.anyFrom(json));
        } catch (IOException e) {
            throw PlanFileErrors.unreadable("it is not JSON: " + e.getMessage());
        }
    }

    private static PlanRequest request(JsonFields node) {
        PlanRequest.Builder request = PlanRequest.builder()
                .force(node.constant("force", Force.values(), PlanJson::text))
                .only(node.constant("only", Only.values(), PlanJson::text))
                .allowMissing(node.truth("allow_missing"))
                .batching(new Batching(node.number("batch_bytes"), (int) node.number("batch_partitions")));
        node.optional("selection").map(Selection::parse).ifPresent(request::selection);
        node.optional("partitions").map(PartitionFilter::parse).ifPresent(request::partitions);
        return request.build();
    }

    private static StepBasis basis(JsonFields node) {
        return new StepBasis(node.text("code"), node.map("sources"), node.map("upstream"), node.text("slices"));
    }

    private static List<PartitionSet> lists(List<?> nodes) {
        List<PartitionSet> lists = new ArrayList<>();
        for (Object node : nodes) {
            if (!(node instanceof List<?> keys)) {
                throw PlanFileErrors.unreadable("it has something else where a list of keys has to be");
            }
            lists.add(PartitionSet.of(
                    keys.stream().map(String::valueOf).map(PartitionKey::parse).toList()));
        }
        return lists;
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
