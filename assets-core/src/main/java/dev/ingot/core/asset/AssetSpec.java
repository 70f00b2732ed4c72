package dev.ingot.core.asset;

import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an asset is: an immutable value, with no engine behind it. Built by {@link #of}; everything but the key and the
 * description is optional.
 */
public final class AssetSpec {
    private final AssetKey key;
    private final String description;
    private final List<Dependency> dependencies;
    private final List<String> sources;
    private final Partitioning partitioning;
    private final List<Expectation> expectations;
    private final List<String> owners;
    private final Map<String, String> tags;
    private final Optional<String> codeVersion;
    private final Batching batching;
    private final StepPolicy policy;

    private AssetSpec(Builder builder) {
        key = builder.key;
        description = builder.description;
        dependencies = List.copyOf(builder.dependencies);
        sources = List.copyOf(builder.sources);
        partitioning = builder.partitioning;
        expectations = List.copyOf(builder.expectations);
        owners = List.copyOf(builder.owners);
        tags = Map.copyOf(builder.tags);
        codeVersion = builder.codeVersion;
        batching = builder.batching;
        policy = builder.policy;
    }

    /** Begins a spec; the description is one sentence for people. */
    public static Builder of(AssetKey key, String description) {
        return new Builder(key, description);
    }

    public AssetKey key() {
        return key;
    }

    public String description() {
        return description;
    }

    /** The inputs among the assets, in the order in which they were named. */
    public List<Dependency> dependencies() {
        return dependencies;
    }

    /** The files of the landing zone that this asset reads, as {@code domain/file}. */
    public List<String> sources() {
        return sources;
    }

    public Partitioning partitioning() {
        return partitioning;
    }

    /** Tried in this order; the first that a row breaks names its rejection. */
    public List<Expectation> expectations() {
        return expectations;
    }

    public List<String> owners() {
        return owners;
    }

    public Map<String, String> tags() {
        return tags;
    }

    /** The version that its author states instead of the one computed from the code. */
    public Optional<String> codeVersion() {
        return codeVersion;
    }

    /** How many slices one step takes at most; no limits of its own unless its author states some. */
    public Batching batching() {
        return batching;
    }

    /** How its steps are run: tried again, stopped, kept from running beside others. */
    public StepPolicy policy() {
        return policy;
    }

    public boolean dependsOn(AssetKey upstream) {
        return dependencies.stream()
                .anyMatch(dependency -> dependency.upstream().equals(upstream));
    }

    @Override
    public String toString() {
        return key.toString();
    }

    /** Collects what a spec says; not thread-safe. */
    public static final class Builder {
        private final AssetKey key;
        private final String description;
        private final List<Dependency> dependencies = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private Partitioning partitioning = Partitioning.unpartitioned();
        private final List<Expectation> expectations = new ArrayList<>();
        private final List<String> owners = new ArrayList<>();
        private final Map<String, String> tags = new TreeMap<>();
        private Optional<String> codeVersion = Optional.empty();
        private Batching batching = Batching.unlimited();
        private StepPolicy policy = StepPolicy.standard();

        private Builder(AssetKey key, String description) {
            this.key = key;
            this.description = description;
        }

        /** Needs all partitions of each of these. */
        public Builder reads(AssetKey... upstream) {
            for (AssetKey one : upstream) {
                reads(one, PartitionMapping.all());
            }
            return this;
        }

        public Builder reads(AssetKey upstream, PartitionMapping mapping) {
            dependencies.add(new Dependency(upstream, mapping));
            return this;
        }

        /** Reads a file of the landing zone, named {@code domain/file}. */
        public Builder source(String file) {
            sources.add(file);
            return this;
        }

        /** Default: unpartitioned. */
        public Builder partitioned(Partitioning by) {
            partitioning = by;
            return this;
        }

        public Builder expects(Expectation... rules) {
            expectations.addAll(List.of(rules));
            return this;
        }

        public Builder owner(String owner) {
            owners.add(owner);
            return this;
        }

        public Builder tag(String name, String value) {
            tags.put(name, value);
            return this;
        }

        /** Default: computed from the code. */
        public Builder codeVersion(String version) {
            codeVersion = Optional.of(version);
            return this;
        }

        /** Default: whatever the project and the request say. */
        public Builder batch(Batching limits) {
            batching = limits;
            return this;
        }

        /** Default: {@link RetryPolicy#standard}. */
        public Builder retry(RetryPolicy retry) {
            policy = policy.retrying(retry);
            return this;
        }

        /** How long an attempt may take. Default: as long as it likes. */
        public Builder timeout(Duration longest) {
            policy = policy.within(longest);
            return this;
        }

        /** Pools in which its steps take a place, beside that of its kind. */
        public Builder pool(String... names) {
            policy = policy.in(names);
            return this;
        }

        public AssetSpec build() {
            return new AssetSpec(this);
        }
    }
}
