package dev.ingot.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.testing.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "gold",
                "+a/b/c",
                "a/b/c+",
                "+a+",
                "2+a+3",
                "a@1..2|x%20y",
                "+a@1",
                "a@1+",
                "+a@1+",
                "a@1~*|2..3~fi",
                "a, +b@2, c+",
                "a and b",
                "a and not b, c",
                "not not a",
                "(a, b) and c",
                "not (a and b)",
                "+(a, b)",
                "(a+)@1",
                "+(+a)",
                "roots(+a, b)",
                "sinks(gold)+",
                "layer:gold",
                "domain:movielens and tag:team=core",
                "tag:\"a b\"",
                "owner:\"ann@example.org\"",
                "kind:delta",
                "status:missing",
                "changed:code",
                "2+roots(not a)@1996",
            })
    void printingUndoesReading(String text) {
        assertThat(Selection.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gold+@1996; gold@1996+",
                "gold+2@1996; gold@1996+2",
                "a or b,c; a, b, c",
                "a and (b); a and b",
                "((a)); a",
                "a or b and c; a, b and c",
                "not a and b; not a and b",
                "(not a) and b; not a and b",
                "  a   ,b; a, b",
                "tag:\"plain\"; tag:plain",
            })
    void thereIsOneWayToPrint(String text, String printed) {
        assertThat(Selection.parse(text)).hasToString(printed).isEqualTo(Selection.parse(printed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "gold silver; 5; a comma, 'and' or 'or' was expected here, not 's'",
                "gold,; 5; a name was expected here, not the end",
                "+; 1; a name was expected here, not the end",
                "gold,!x; 5; a name was expected here, not '!'",
                "gold@; 5; a partition was expected here, not the end",
                "gold@ 1998..1997; 6; The range 1998..1997 runs backwards",
                "gold@1997..; 5; A partition is missing in '1997..'",
                "gold@%zz; 5; Not a partition key",
                "(gold; 5; a closing parenthesis was expected here, not the end",
                "gold); 4; a comma, 'and' or 'or' was expected here, not ')'",
                "a and; 5; a name was expected here, not the end",
                "a and or b; 6; a name was expected here, not 'o'",
                "not; 3; a name was expected here, not the end",
                "tg:x; 0; 'tg' is none of layer, domain, tag, kind, owner, status, changed; did you mean tag?",
                "status:stael; 7; 'stael' is none of missing, stale, failed, fresh; did you mean stale?",
                "changed:codes; 8; did you mean code?",
                "root(a); 0; 'root' is none of roots, sinks; did you mean roots?",
                "tag:; 4; a value was expected here, not the end",
                "tag:\"a; 4; this quote is never closed",
                "x+99999; 2; '99999' is no number of hops",
                "0+x; 0; '0' is no number of hops",
            })
    void errorsPointAtTheCharacter(String text, int position, String why) {
        assertThatThrownBy(() -> Selection.parse(text)).isInstanceOfSatisfying(IngotException.class, failure -> {
            assertThat(failure.diagnostic().where()).contains(text + "\n" + " ".repeat(position) + "^");
            assertThat(failure.diagnostic().why().orElseThrow()).contains(why);
        });
    }

    @Test
    void ofALongTextOnlyThePlaceIsShown() {
        String text = "gold, ".repeat(100_000) + "!";
        assertThatThrownBy(() -> Selection.parse(text)).isInstanceOfSatisfying(IngotException.class, failure -> {
            String[] lines = failure.diagnostic().where().orElseThrow().split("\n");
            assertThat(lines[0]).hasSizeLessThan(130);
            assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('!');
        });
        assertThatThrownBy(() -> Selection.parse("a\n\tb"))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().where()).contains("a  b\n ^"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "roots(", "((not roots("})
    void depthIsBounded(String opening) {
        assertThatThrownBy(() -> Selection.parse(opening.repeat(1_000_000)))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("nested more than 100 deep");
        assertThat(Selection.parse("not ".repeat(100) + "a").toString()).hasSize(401);
    }

    @Test
    void aLongListIsNotDeep() {
        String text = String.join(", ", java.util.Collections.nCopies(100_000, "gold and silver"));
        assertThat(Selection.parse(text)).hasToString(text);
    }

    @Test
    void readingUndoesPrintingOfRandomTrees() {
        Property.forAll(20_000, random -> {
            Selection selection = tree(random, 4);
            assertThat(Selection.parse(selection.toString())).isEqualTo(selection);
        });
    }

    @Test
    void whateverIsTypedIsReadOrRefused() {
        Property.forAll(200_000, random -> {
            String text = text(random);
            try {
                Selection selection = Selection.parse(text);
                assertThat(Selection.parse(selection.toString())).isEqualTo(selection);
            } catch (IngotException refused) {
                assertThat(refused.diagnostic().what()).isNotEmpty();
            }
        });
    }

    /** Half of it nonsense, half of it words of the language. */
    private static String text(Random random) {
        if (random.nextBoolean()) {
            return Property.text(random, 8);
        }
        String[] words = {
            "and",
            "or",
            "not",
            "(",
            ")",
            "+",
            "2",
            "@",
            "1996",
            "..",
            "|",
            "~",
            "*",
            "gold",
            "roots(",
            "sinks(",
            "tag:",
            "status:",
            "stale",
            "changed:",
            "any",
            "\"",
            "\\",
            ",",
            " "
        };
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(12); more > 0; more--) {
            text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static Selection tree(Random random, int depth) {
        if (depth == 0) {
            return leaf(random);
        }
        Supplier<Selection> part = () -> tree(random, depth - 1 - random.nextInt(depth));
        int hops = random.nextBoolean() ? Selection.UNBOUNDED : 1 + random.nextInt(9999);
        return switch (random.nextInt(9)) {
            case 0 -> new Selection.WithUpstream(part.get(), hops);
            case 1 -> new Selection.WithDownstream(part.get(), hops);
            case 2 -> new Selection.AtPartitions(part.get(), filter(random));
            case 3 -> new Selection.Roots(part.get());
            case 4 -> new Selection.Sinks(part.get());
            case 5 -> new Selection.Not(part.get());
            case 6 -> new Selection.And(several(random, part));
            case 7 -> new Selection.Or(several(random, part));
            default -> leaf(random);
        };
    }

    private static List<Selection> several(Random random, Supplier<Selection> part) {
        List<Selection> all = new ArrayList<>(List.of(part.get(), part.get()));
        if (random.nextBoolean()) {
            all.add(part.get());
        }
        return all;
    }

    private static Selection leaf(Random random) {
        String[] names = {"*", "gold", "silver/*", "silver/test/clean", "a.b-c_d*", "android", "2x"};
        return switch (random.nextInt(5)) {
            case 0 ->
                new Selection.Having(
                        Attribute.values()[random.nextInt(Attribute.values().length)], Property.text(random, 3));
            case 1 -> new Selection.Standing(SliceStatus.values()[random.nextInt(4)]);
            case 2 -> new Selection.Changed(Change.values()[random.nextInt(4)]);
            default -> new Selection.Matching(names[random.nextInt(names.length)]);
        };
    }

    static PartitionFilter filter(Random random) {
        int dimensions = 1 + random.nextInt(2);
        List<Range> ranges = new ArrayList<>();
        for (int more = random.nextInt(3); more >= 0; more--) {
            List<Span> spans = new ArrayList<>();
            for (int dimension = 0; dimension < dimensions; dimension++) {
                spans.add(random.nextInt(4) == 0 ? Span.any() : span(random));
            }
            ranges.add(new Range(spans));
        }
        return PartitionFilter.of(ranges);
    }

    private static Span span(Random random) {
        PartitionKey one = PartitionKey.of(Property.text(random, 2) + "1");
        PartitionKey other = PartitionKey.of(Property.text(random, 2) + "2");
        return one.compareTo(other) <= 0 ? new Span(one, other) : new Span(other, one);
    }
}
