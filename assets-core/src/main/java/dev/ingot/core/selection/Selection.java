package dev.ingot.core.selection;

import static java.util.stream.Collectors.joining;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An expression that chooses assets, and partitions of them, such as {@code +gold and not tag:slow, silver/*@1996..1998}. The
 * language is described in {@code docs/spec/selection.md}.
 *
 * <p>{@link #parse} and {@link #toString} undo each other.
 */
public sealed interface Selection {
    /** Of hops: as many as there are. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** @throws dev.ingot.core.error.IngotException pointing at the character where the text goes wrong */
    static Selection parse(String text) {
        return new SelectionParser(text).parse();
    }

    /** Everything. */
    static Selection all() {
        return new Matching("*");
    }

    /**
     * The assets that the expression chooses, each with the partitions that it chooses of it; an asset of which it chooses no
     * partition is left out.
     *
     * @throws dev.ingot.core.error.IngotException if a name in it fits no asset, with the nearest one, or partitions are named
     *     that no chosen asset can have
     */
    Map<AssetKey, PartitionFilter> resolve(SelectionContext context);

    /**
     * What the expression of a text chooses; see {@link #resolve(SelectionContext)}.
     *
     * @throws dev.ingot.core.error.IngotException pointing at the character where the text goes wrong, or where it names what
     *     there is not
     */
    static Map<AssetKey, PartitionFilter> resolve(String text, SelectionContext context) {
        SelectionParser parser = new SelectionParser(text);
        Selection selection = parser.parse();
        return selection.resolve(context.with(parser.places()));
    }

    /** The text of an expression with a mark below the first place where it names these partitions, if it does. */
    static Optional<String> marked(String text, Range partitions) {
        SelectionParser parser = new SelectionParser(text);
        parser.parse();
        return parser.places().mark(partitions);
    }

    /** Every asset whose key fits; {@code *} stands for any letters; a layer's name stands for all of that layer. */
    record Matching(String pattern) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            AssetGraph graph = context.graph();
            List<AssetKey> fitting = graph.keys().stream()
                    .filter(key -> pattern.equals(key.layer().text()) || Glob.matches(pattern, key.toString()))
                    .toList();
            if (fitting.isEmpty()) {
                throw context.places().marked(this, SelectionErrors.fitsNothing(pattern, graph.keys()));
            }
            return Choice.of(fitting).asMap();
        }

        @Override
        public String toString() {
            return pattern;
        }
    }

    /** Every asset whose definition says so: {@code tag:team=core}. */
    record Having(Attribute attribute, String value) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            AssetGraph graph = context.graph();
            return Choice.of(graph.keys().stream()
                            .filter(key -> attribute.fits(graph.asset(key), value))
                            .toList())
                    .asMap();
        }

        @Override
        public String toString() {
            return attribute + ":" + Printing.value(value);
        }
    }

    /** Exactly the slices that stand so: {@code status:missing}. */
    record Standing(SliceStatus status) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return slices(context, asset -> status.of(asset, context.staleness()));
        }

        @Override
        public String toString() {
            return "status:" + status;
        }
    }

    /** Exactly the slices of which this has changed: {@code changed:code}. */
    record Changed(Change what) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return slices(context, asset -> what.of(asset, context.staleness()));
        }

        @Override
        public String toString() {
            return "changed:" + what;
        }
    }

    /** What is chosen, and what it needs within so many hops, by the partitions that it needs of it. */
    record WithUpstream(Selection of, int hops) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return new Reach(context)
                    .upstream(Choice.of(of.resolve(context)), hops)
                    .asMap();
        }

        @Override
        public String toString() {
            return Printing.hops(hops) + "+" + Printing.inside(of, Printing.AT);
        }
    }

    /** What is chosen, and what needs it within so many hops, by the partitions that need it. */
    record WithDownstream(Selection of, int hops) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return new Reach(context)
                    .downstream(Choice.of(of.resolve(context)), hops)
                    .asMap();
        }

        @Override
        public String toString() {
            return Printing.inside(of, Printing.UPSTREAM) + "+" + Printing.hops(hops);
        }
    }

    /** Only these partitions of what is chosen, each asset in its own terms. */
    record AtPartitions(Selection of, PartitionFilter partitions) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            Choice all = Choice.of(of.resolve(context));
            try {
                return all.at(partitions, context).asMap();
            } catch (IngotException e) {
                throw context.places().marked(this, e);
            }
        }

        @Override
        public String toString() {
            return Printing.inside(of, Printing.ATOM) + "@" + partitions;
        }
    }

    /** Of what is chosen, the assets that need none of the others. */
    record Roots(Selection of) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return Choice.of(of.resolve(context))
                    .without(context.graph()::ancestors)
                    .asMap();
        }

        @Override
        public String toString() {
            return "roots(" + of + ")";
        }
    }

    /** Of what is chosen, the assets that none of the others needs. */
    record Sinks(Selection of) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return Choice.of(of.resolve(context))
                    .without(context.graph()::descendants)
                    .asMap();
        }

        @Override
        public String toString() {
            return "sinks(" + of + ")";
        }
    }

    /** Everything else. */
    record Not(Selection of) implements Selection {
        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return Choice.of(of.resolve(context)).not(context).asMap();
        }

        @Override
        public String toString() {
            return "not " + Printing.inside(of, Printing.NOT);
        }
    }

    /** What all of these choose; at least two. */
    record And(List<Selection> of) implements Selection {
        public And {
            of = List.copyOf(of);
        }

        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return of.stream()
                    .map(one -> Choice.of(one.resolve(context)))
                    .reduce(Choice::and)
                    .orElseThrow()
                    .asMap();
        }

        @Override
        public String toString() {
            return of.stream().map(one -> Printing.inside(one, Printing.NOT)).collect(joining(" and "));
        }
    }

    /** What any of these chooses; at least two. */
    record Or(List<Selection> of) implements Selection {
        public Or {
            of = List.copyOf(of);
        }

        @Override
        public Map<AssetKey, PartitionFilter> resolve(SelectionContext context) {
            return of.stream()
                    .map(one -> Choice.of(one.resolve(context)))
                    .reduce(new Choice(), Choice::or)
                    .asMap();
        }

        @Override
        public String toString() {
            return of.stream().map(one -> Printing.inside(one, Printing.AND)).collect(joining(", "));
        }
    }

    private static Map<AssetKey, PartitionFilter> slices(
            SelectionContext context, Function<AssetKey, PartitionSet> which) {
        Choice choice = new Choice();
        context.graph().keys().forEach(asset -> choice.addExactly(asset, which.apply(asset)));
        return choice.asMap();
    }
}
