package dev.ingot.core.graph;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.partition.PartitionMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds everything that is wrong with a set of definitions, each problem naming its asset. */
final class GraphValidation {
    private static final Pattern SOURCE = Pattern.compile("[^/]+/.+");

    private final Map<AssetKey, Asset> assets = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private GraphValidation(Collection<? extends Asset> all) {
        for (Asset asset : all) {
            if (assets.putIfAbsent(asset.key(), asset) != null) {
                problems.add(asset.key() + ": is defined more than once");
            }
        }
    }

    /** @param ordered the keys that could be ordered: the others are on a cycle, or behind one */
    static List<String> problems(Collection<? extends Asset> all, List<AssetKey> ordered) {
        GraphValidation validation = new GraphValidation(all);
        validation.assets.values().forEach(asset -> validation.check(asset.spec()));
        validation.checkCycles(ordered);
        return validation.problems;
    }

    private void check(AssetSpec spec) {
        Set<AssetKey> seen = new HashSet<>();
        for (Dependency input : spec.dependencies()) {
            if (input.upstream().equals(spec.key())) {
                problems.add(
                        spec.key() + ": reads itself by " + input.mapping()
                                + ", which is a cycle: assets are ordered, not their"
                                + " partitions; read its own rows by previous(), or make what comes before an asset of its own");
                continue;
            }
            if (!seen.add(input.upstream())) {
                problems.add(spec.key() + ": reads " + input.upstream() + " more than once");
            }
            check(spec, input);
        }
        if (spec.key().name().contains("__")) {
            problems.add(spec.key() + ": has '__' in its name, which marks what lies beside a table");
        }
        for (String source : spec.sources()) {
            if (!SOURCE.matcher(source).matches()) {
                problems.add(spec.key() + ": reads '" + source + "', which is not domain/file");
            }
        }
        Set<String> rules = new HashSet<>();
        for (Expectation rule : spec.expectations()) {
            if (!rules.add(rule.name())) {
                problems.add(spec.key() + ": has two expectations named " + rule.name());
            }
        }
    }

    private void check(AssetSpec spec, Dependency input) {
        Asset upstream = assets.get(input.upstream());
        if (upstream == null) {
            String near = Suggestions.sentence(
                    input.upstream().toString(),
                    assets.keySet().stream().map(AssetKey::toString).toList());
            problems.add(spec.key() + ": reads " + input.upstream() + ", which is not defined"
                    + (near == null ? "" : "; " + near));
            return;
        }
        if (input.upstream().layer().compareTo(spec.key().layer()) > 0) {
            problems.add(spec.key() + ": reads " + input.upstream() + " of a later layer; data flows only forward");
        }
        input.mapping()
                .problem(upstream.spec().partitioning(), spec.partitioning())
                .ifPresent(problem -> problems.add(spec.key() + ": cannot read " + input.upstream() + ": " + problem));
    }

    private void checkCycles(List<AssetKey> ordered) {
        if (ordered.size() == assets.size()) {
            return;
        }
        Set<AssetKey> left = new TreeSet<>(assets.keySet());
        ordered.forEach(left::remove);
        while (!left.isEmpty()) {
            List<AssetKey> cycle = cycleFrom(left.iterator().next(), left);
            if (cycle.size() > 1) {
                problems.add(cycle.get(0) + ": is part of a cycle: "
                        + String.join(
                                " -> ", cycle.stream().map(AssetKey::toString).toList()) + " -> " + cycle.get(0)
                        + mappings(cycle) + "; whatever the mappings, assets are ordered as a whole");
            }
            left.removeAll(cycle);
            // What merely reads from a cycle is none: it goes, and what reads from that goes next.
            boolean shrinks = true;
            while (shrinks) {
                shrinks = left.removeIf(key -> !onCycle(key, left));
            }
        }
    }

    /** Who of a cycle reads the one before by less than all of it. */
    private String mappings(List<AssetKey> cycle) {
        List<String> read = new ArrayList<>();
        AssetKey before = cycle.get(cycle.size() - 1);
        for (AssetKey key : cycle) {
            for (Dependency input : spec(key).dependencies()) {
                if (input.upstream().equals(before) && !input.mapping().equals(PartitionMapping.all())) {
                    read.add(key + " reads " + before + " by " + input.mapping());
                }
            }
            before = key;
        }
        return read.isEmpty() ? "" : "; " + String.join(", ", read);
    }

    /** Whether the key still reads something that could not be ordered. */
    private boolean onCycle(AssetKey key, Set<AssetKey> left) {
        return spec(key).dependencies().stream().anyMatch(input -> left.contains(input.upstream()));
    }

    private AssetSpec spec(AssetKey key) {
        return Objects.requireNonNull(assets.get(key)).spec();
    }

    /** Walks upstream until a key comes again; what lies between is a cycle. */
    private List<AssetKey> cycleFrom(AssetKey start, Set<AssetKey> left) {
        List<AssetKey> path = new ArrayList<>();
        AssetKey next = start;
        while (!path.contains(next)) {
            path.add(next);
            next = spec(next).dependencies().stream()
                    .map(Dependency::upstream)
                    .filter(left::contains)
                    .findFirst()
                    .orElse(start);
        }
        List<AssetKey> cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
        Collections.reverse(cycle);
        return cycle;
    }
}
