package dev.ingot.core.graph;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetGraphTest {
    @Test
    void allProblemsAreToldAtOnceEachNamingItsAsset() {
        String problems = problems(
                spec("bronze/t/raw").source("raw.csv"),
                spec("bronze/t/raw"),
                spec("silver/t/clean").reads(key("bronze/t/rwa")),
                spec("silver/t/back").reads(key("gold/t/stats")),
                spec("silver/t/twice").reads(key("bronze/t/raw"), key("bronze/t/raw")),
                spec("silver/t/misfit").reads(key("bronze/t/raw"), PartitionMapping.identity()),
                spec("silver/t/rules").expects(Expectation.warn("a", "x"), Expectation.fail("a", "y")),
                spec("gold/t/stats__rejected"),
                spec("gold/t/stats"));
        assertThat(problems.split("\n"))
                .hasSize(8)
                .anyMatch(line -> line.contains("gold/t/stats__rejected: has '__' in its name"))
                .anyMatch(line -> line.contains("bronze/t/raw: is defined more than once"))
                .anyMatch(line -> line.contains("bronze/t/raw: reads 'raw.csv', which is not domain/file"))
                .anyMatch(line -> line.contains(
                        "silver/t/clean: reads bronze/t/rwa, which is not defined; did you mean bronze/t/raw?"))
                .anyMatch(line -> line.contains("silver/t/back: reads gold/t/stats of a later layer"))
                .anyMatch(line -> line.contains("silver/t/twice: reads bronze/t/raw more than once"))
                .anyMatch(line -> line.contains("silver/t/misfit: cannot read bronze/t/raw: an identity mapping needs"))
                .anyMatch(line -> line.contains("silver/t/rules: has two expectations named a"));
    }

    @Test
    void cyclesAreNamedInTheDirectionOfTheDataAndWhatReadsFromThemIsNot() {
        String problems = problems(
                spec("gold/t/a").reads(key("gold/t/c")),
                spec("gold/t/b").reads(key("gold/t/a")),
                spec("gold/t/c").reads(key("gold/t/b")),
                spec("gold/t/self").reads(key("gold/t/self")),
                spec("gold/t/a_behind").reads(key("gold/t/m_behind")),
                spec("gold/t/m_behind").reads(key("gold/t/z_behind")),
                spec("gold/t/z_behind").reads(key("gold/t/c")));
        assertThat(problems.split("\n")).hasSize(2);
        assertThat(problems)
                .containsAnyOf(
                        "gold/t/a -> gold/t/b -> gold/t/c -> gold/t/a",
                        "gold/t/b -> gold/t/c -> gold/t/a -> gold/t/b",
                        "gold/t/c -> gold/t/a -> gold/t/b -> gold/t/c")
                .contains("gold/t/self: reads itself by all")
                .doesNotContain("behind");
    }

    @Test
    void unknownAssetsAreRefusedWithTheNearestName() {
        AssetGraph graph = graph(List.of(spec("gold/t/stats")));
        assertThatThrownBy(() -> graph.asset(key("gold/t/stat")))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("did you mean gold/t/stats?");
    }

    @Test
    void neighboursCannotBeChanged() {
        AssetGraph graph = graph(List.of(spec("gold/t/a"), spec("gold/t/b").reads(key("gold/t/a"))));
        assertThat(graph.downstream(key("gold/t/a"))).containsExactly(key("gold/t/b"));
        assertThatThrownBy(() -> graph.downstream(key("gold/t/a")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theOrderIsTopologicalAndDoesNotDependOnTheOrderOfDefinition() {
        Property.forAll(500, random -> {
            int size = 1 + random.nextInt(15);
            List<AssetSpec.Builder> specs = new ArrayList<>();
            List<Integer> names = new ArrayList<>(
                    java.util.stream.IntStream.range(0, size).boxed().toList());
            Collections.shuffle(names, random);
            for (int number = 0; number < size; number++) {
                AssetSpec.Builder builder = spec("gold/t/a" + names.get(number));
                for (int other = 0; other < number; other++) {
                    if (random.nextInt(4) == 0) {
                        builder.reads(key("gold/t/a" + names.get(other)));
                    }
                }
                specs.add(builder);
            }
            AssetGraph graph = graph(specs);
            List<AssetKey> order = graph.keys();
            assertThat(order).hasSize(size).doesNotHaveDuplicates();
            for (AssetKey asset : order) {
                assertThat(order.subList(0, order.indexOf(asset))).containsAll(graph.upstream(asset));
                assertThat(graph.ancestors(asset))
                        .containsAll(graph.upstream(asset))
                        .doesNotContain(asset);
                assertThat(graph.downstream(asset))
                        .allMatch(reader -> graph.upstream(reader).contains(asset));
                assertThat(graph.descendants(asset))
                        .allMatch(reader -> graph.ancestors(reader).contains(asset));
            }
            Collections.shuffle(specs, random);
            assertThat(graph(specs).keys()).isEqualTo(order);
        });
    }

    private static String problems(AssetSpec.Builder... specs) {
        List<FakeAsset> assets = Arrays.stream(specs).map(FakeAsset::of).toList();
        return Stream.of(assets)
                .map(all -> org.assertj.core.api.Assertions.catchThrowableOfType(
                        IngotException.class, () -> AssetGraph.of(all)))
                .map(failure -> failure.diagnostic().why().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private static AssetGraph graph(List<AssetSpec.Builder> specs) {
        return AssetGraph.of(specs.stream().map(FakeAsset::of).toList());
    }

    private static AssetKey key(String text) {
        return AssetKey.parse(text);
    }
}
