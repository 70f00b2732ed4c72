package dev.ingot.cli.command.assets;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Materialization;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that {@code assets show} tells, in the order and under the names of its JSON document.
 *
 * @param key the asset
 * @param description its author's sentence
 * @param kind what it is kept as
 * @param partitions which it has, for people
 * @param owners who answers for it
 * @param tags its author's
 * @param sources the landed files that it reads
 * @param inputs the assets that it reads
 * @param readers the assets that read it
 * @param expectations the rules for its rows, in the order in which they are tried
 * @param codeVersion the version of the code as it is now
 * @param last its newest materialization, if there is one
 */
record AssetDescription(
        String key,
        String description,
        String kind,
        String partitions,
        List<String> owners,
        Map<String, String> tags,
        List<String> sources,
        List<String> inputs,
        List<String> readers,
        List<Rule> expectations,
        String codeVersion,
        Optional<Last> last) {

    /** An expectation. */
    record Rule(String name, String severity, String expression) {
        static Rule of(Expectation expectation) {
            String severity = expectation.severity().name().toLowerCase(Locale.ROOT);
            return new Rule(expectation.name(), severity, expectation.expression());
        }
    }

    /** A materialization. */
    record Last(Instant at, String run, long tableVersion, String codeVersion, long rows, long rejected) {
        static Last of(Materialization done) {
            return new Last(
                    done.at(),
                    done.run().toString(),
                    done.tableVersion(),
                    done.codeVersion(),
                    done.rows(),
                    done.rejected());
        }
    }

    static AssetDescription of(AssetGraph graph, Asset asset, String codeVersion, Optional<Materialization> last) {
        AssetSpec spec = asset.spec();
        return new AssetDescription(
                spec.key().toString(),
                spec.description(),
                asset.kind(),
                spec.partitioning().toString(),
                spec.owners(),
                spec.tags(),
                spec.sources(),
                texts(spec.dependencies().stream().map(Dependency::upstream).toList()),
                texts(graph.downstream(spec.key())),
                spec.expectations().stream().map(Rule::of).toList(),
                codeVersion,
                last.map(Last::of));
    }

    private static List<String> texts(Collection<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
