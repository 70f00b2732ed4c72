package dev.ingot.core.selection;

import dev.ingot.core.error.IngotException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a selection by recursive descent, one method for each rule of the grammar in {@code docs/spec/selection.md}. */
final class SelectionParser {
    /** Deeper than anybody writes, and far from where the stack ends. */
    private static final int DEEPEST = 100;

    private final Scanner scanner;
    private final Places places;
    private int depth;

    SelectionParser(String text) {
        scanner = new Scanner(text);
        places = new Places(text);
    }

    /** Where the parts stand that have been read. */
    Places places() {
        return places;
    }

    Selection parse() {
        Selection all = or();
        if (!scanner.isAtEnd()) {
            throw SelectionErrors.unexpected(scanner.text(), scanner.position(), "a comma, 'and' or 'or'");
        }
        return all;
    }

    private Selection or() {
        return several(this::and, () -> scanner.take(',') || scanner.takeWord("or"), Selection.Or::new);
    }

    private Selection and() {
        return several(this::not, () -> scanner.takeWord("and"), Selection.And::new);
    }

    private static Selection several(
            Supplier<Selection> one, Supplier<Boolean> again, Function<List<Selection>, Selection> of) {
        List<Selection> all = new ArrayList<>(List.of(one.get()));
        while (again.get()) {
            all.add(one.get());
        }
        return all.size() == 1 ? all.get(0) : of.apply(all);
    }

    private Selection not() {
        int start = scanner.position();
        return scanner.takeWord("not") ? nested(start, () -> new Selection.Not(not())) : term();
    }

    private Selection term() {
        int upstream = scanner.take('+') ? Selection.UNBOUNDED : scanner.hopsBefore('+');
        Selection term = atom();
        int downstream = downstream();
        if (scanner.take('@')) {
            int start = scanner.position();
            term = new Selection.AtPartitions(term, partitions());
            places.put(term, start);
            downstream = downstream < 0 ? downstream() : downstream;
        }
        term = upstream < 0 ? term : new Selection.WithUpstream(term, upstream);
        return downstream < 0 ? term : new Selection.WithDownstream(term, downstream);
    }

    private int downstream() {
        return scanner.take('+') ? scanner.hops() : -1;
    }

    private Selection atom() {
        int start = scanner.position();
        if (scanner.take('(')) {
            return parenthesis(start);
        }
        String word = scanner.word("a name", Letters::isName);
        if (scanner.takeAttached(':')) {
            return prefixed(start, word);
        }
        if (scanner.takeAttached('(')) {
            return switch (word) {
                case "roots" -> new Selection.Roots(parenthesis(start));
                case "sinks" -> new Selection.Sinks(parenthesis(start));
                default -> throw SelectionErrors.unknownWord(scanner.text(), start, word, List.of("roots", "sinks"));
            };
        }
        if (List.of("and", "or", "not").contains(word) || word.chars().allMatch(Letters::isDigit)) {
            throw SelectionErrors.unexpected(scanner.text(), start, "a name");
        }
        Selection named = new Selection.Matching(word);
        places.put(named, start);
        return named;
    }

    private Selection parenthesis(int start) {
        Selection inside = nested(start, this::or);
        if (!scanner.take(')')) {
            throw SelectionErrors.unexpected(scanner.text(), scanner.position(), "a closing parenthesis");
        }
        return inside;
    }

    private Selection nested(int start, Supplier<Selection> inside) {
        if (++depth > DEEPEST) {
            throw SelectionErrors.tooDeep(scanner.text(), start, DEEPEST);
        }
        Selection read = inside.get();
        depth--;
        return read;
    }

    private Selection prefixed(int start, String prefix) {
        int at = scanner.position();
        String value = scanner.takeAttached('"') ? scanner.quoted() : scanner.word("a value", Letters::isValue);
        return switch (prefix) {
            case "status" ->
                new Selection.Standing(SliceStatus.find(value)
                        .orElseThrow(
                                () -> SelectionErrors.unknownWord(scanner.text(), at, value, SliceStatus.texts())));
            case "changed" ->
                new Selection.Changed(Change.find(value)
                        .orElseThrow(() -> SelectionErrors.unknownWord(scanner.text(), at, value, Change.texts())));
            default ->
                new Selection.Having(
                        Attribute.find(prefix)
                                .orElseThrow(
                                        () -> SelectionErrors.unknownWord(scanner.text(), start, prefix, prefixes())),
                        value);
        };
    }

    private static List<String> prefixes() {
        List<String> all = new ArrayList<>(Attribute.texts());
        all.addAll(List.of("status", "changed"));
        return all;
    }

    private PartitionFilter partitions() {
        int start = scanner.position();
        String partitions = scanner.word("a partition", Letters::isPartition);
        try {
            return PartitionFilter.parse(partitions);
        } catch (IngotException e) {
            throw SelectionErrors.at(scanner.text(), start, e);
        }
    }
}
