package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.ProjectState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a plan has to be, slice by slice, with nothing shared and nothing fast. Every partitioning states its keys. */
final class ReferencePlanner {
    private final RandomProject project;
    private final ProjectState state;

    ReferencePlanner(RandomProject project) {
        this.project = project;
        this.state = project.state;
    }

    /** Which slices are planned of each chosen asset that has some, each with its reasons. */
    Map<AssetKey, Map<PartitionKey, Set<String>>> plan(Set<AssetKey> chosen, Force force, Only only) {
        return plan(chosen, force, only, ReferenceRange.everything());
    }

    /** The same for some partitions: those of what is chosen, and those that bound what follows. */
    Map<AssetKey, Map<PartitionKey, Set<String>>> plan(
            Set<AssetKey> chosen, Force force, Only only, ReferenceRange range) {
        Map<AssetKey, Map<PartitionKey, Set<String>>> plan = new TreeMap<>();
        for (AssetKey asset : project.graph.keys()) {
            Map<PartitionKey, Set<String>> slices = new TreeMap<>();
            for (PartitionKey key : candidates(asset)) {
                Set<String> reasons = chosen.contains(asset)
                        ? chosen(asset, key, force, only, plan)
                        : force == Force.DOWNSTREAM ? follows(asset, key, "forced", plan) : Set.of();
                boolean meant = range.holds(key) || !chosen.contains(asset) && range.isForeignTo(exist(asset));
                if (!reasons.isEmpty() && meant) {
                    slices.put(key, reasons);
                }
            }
            if (!slices.isEmpty()) {
                plan.put(asset, slices);
            }
        }
        return plan;
    }

    private Set<String> chosen(
            AssetKey asset,
            PartitionKey key,
            Force force,
            Only only,
            Map<AssetKey, Map<PartitionKey, Set<String>>> plan) {
        Set<String> reasons = own(asset, key);
        if (only != Only.STALE) {
            reasons.retainAll(Set.of(only == Only.MISSING ? "missing" : "failed"));
            return reasons;
        }
        boolean missing = reasons.contains("missing");
        if (!missing) {
            reasons.addAll(follows(asset, key, "upstream changed", plan));
            if (force != Force.NONE && exist(asset).contains(key)) {
                reasons.add("forced");
            }
        }
        return reasons;
    }

    /** What there is, and what there is to be. */
    private Set<PartitionKey> candidates(AssetKey asset) {
        Set<PartitionKey> all = new TreeSet<>(state.ledger().entries(asset).keySet());
        exist(asset).forEach(all::add);
        return all;
    }

    PartitionSet exist(AssetKey asset) {
        return project.graph.spec(asset).partitioning().stated(state.facts()).orElseThrow();
    }

    private Set<String> follows(
            AssetKey asset, PartitionKey key, String kind, Map<AssetKey, Map<PartitionKey, Set<String>>> plan) {
        Set<String> reasons = new TreeSet<>();
        if (exist(asset).contains(key)) {
            for (Dependency input : project.graph.spec(asset).dependencies()) {
                Set<PartitionKey> running =
                        plan.getOrDefault(input.upstream(), Map.of()).keySet();
                PartitionSet going = PartitionSet.of(running).minus(exist(input.upstream()));
                PartitionSet needed = needed(asset, key, input);
                PartitionSet then = needed(
                        asset,
                        key,
                        input,
                        read(project.graph.spec(input.upstream())).minus(going));
                if (needed.stream().anyMatch(running::contains) || !then.equals(needed.minus(going))) {
                    reasons.add(kind + ": " + input.upstream());
                }
            }
        }
        return reasons;
    }

    PartitionSet needed(AssetKey asset, PartitionKey key, Dependency input) {
        return needed(asset, key, input, read(project.graph.spec(input.upstream())));
    }

    private PartitionSet needed(AssetKey asset, PartitionKey key, Dependency input, PartitionSet upstream) {
        Side theirs = new Side(project.graph.spec(input.upstream()).partitioning(), upstream);
        Side own = new Side(project.graph.spec(asset).partitioning(), exist(asset));
        return input.mapping().upstreamOf(key, new Sides(theirs, own));
    }

    /** What there is to be, and what is still there. */
    private PartitionSet read(AssetSpec upstream) {
        return exist(upstream.key())
                .union(PartitionSet.of(candidates(upstream.key()).stream()
                        .filter(upstream.partitioning()::fits)
                        .toList()));
    }

    /** Why the slice is stale by itself. */
    Set<String> own(AssetKey asset, PartitionKey key) {
        Set<String> reasons = new TreeSet<>();
        Optional<LedgerEntry> entry = state.ledger().entry(asset, key);
        if (hasFailed(asset, key, entry)) {
            reasons.add("failed");
        }
        if (!exist(asset).contains(key)) {
            reasons.add("removed");
        } else if (entry.isEmpty()) {
            reasons.add("missing");
        } else {
            compare(asset, key, entry.get(), reasons);
        }
        return reasons;
    }

    private boolean hasFailed(AssetKey asset, PartitionKey key, Optional<LedgerEntry> entry) {
        return Optional.ofNullable(state.failures().slices(asset).get(key))
                .filter(failed -> entry.isEmpty() || entry.get().commit().step().compareTo(failed) < 0)
                .isPresent();
    }

    private void compare(AssetKey asset, PartitionKey key, LedgerEntry entry, Set<String> reasons) {
        AssetSpec spec = project.graph.spec(asset);
        Map<String, String> then = entry.slice().inputs();
        if (!entry.commit().codeVersion().equals("1")) {
            reasons.add("code changed");
        }
        for (String source : spec.sources()) {
            if (!"v1".equals(then.get("landing:" + source))) {
                reasons.add("source changed: " + source);
            }
        }
        for (Dependency input : spec.dependencies()) {
            String now = fingerprint(input.upstream(), needed(asset, key, input));
            if (!now.equals(then.get(input.upstream().toString()))) {
                reasons.add("upstream changed: " + input.upstream());
            }
        }
    }

    private String fingerprint(AssetKey asset, PartitionSet slices) {
        StringBuilder lines = new StringBuilder();
        for (PartitionKey slice : slices) {
            String version = state.ledger()
                    .entry(asset, slice)
                    .map(entry -> entry.slice().dataVersion())
                    .orElse("none");
            if (slices.size() == 1) {
                return version;
            }
            lines.append(slice).append('=').append(version).append('\n');
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
