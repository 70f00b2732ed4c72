package dev.ingot.core.plan.file;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.testing.World;
import org.junit.jupiter.api.Test;

class PlanFileTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey COPY = AssetKey.parse("silver/t/copy");

    private final World world = world(PartitionMapping.identity());

    private static World world(PartitionMapping mapping) {
        return new World(
                partitioned("bronze/t/raw").source("t/raw.csv"),
                partitioned("silver/t/copy").reads(RAW, mapping),
                spec("gold/t/other").source("t/other.csv"));
    }

    private static AssetSpec.Builder partitioned(String key) {
        return spec(key).partitioned(Partitioning.yearly("year", 1995, 1999));
    }

    @Test
    void whileNothingMovesAPlanCanRun() {
        PlanFile file = file("*");
        assertThat(file.moved(planner(world))).isEmpty();
        file.check("ours", planner(world));
        assertThat(PlanJson.parse(PlanJson.print(file)).moved(planner(world))).isEmpty();
        world.run(file.plan());
        assertThat(file.moved(planner(world))).isNotEmpty();
    }

    @Test
    void eachThingThatMovesIsNamed() {
        world.run(world.plan());
        PlanFile copy = file("silver/t/copy@1996..1997");
        world.sources.put("t/other.csv", "v2");
        assertThat(copy.moved(planner(world))).isEmpty();
        world.code.put(COPY, "2");
        assertThat(copy.moved(planner(world))).containsExactly("the code of silver/t/copy");
        world.code.remove(COPY);
        PlanFile raw = file("bronze");
        world.sources.put("t/raw.csv", "v2");
        assertThat(raw.moved(planner(world))).containsExactly("the source t/raw.csv");
        assertThat(copy.moved(planner(world))).isEmpty();
        world.run(world.plan("bronze"));
        assertThat(copy.moved(planner(world)))
                .containsExactly("the content of bronze/t/raw, which silver/t/copy reads");
        assertThat(raw.moved(planner(world)))
                .containsExactly("the source t/raw.csv", "the slices of bronze/t/raw that were to be replaced");
    }

    @Test
    void onlyThePlannedSlicesAreLookedAt() {
        world.run(world.plan());
        PlanFile early = file("silver/t/copy@1995..1996");
        world.run(world.plan(forced("silver/t/copy@1998")));
        assertThat(early.moved(planner(world))).isEmpty();
        world.run(world.plan(forced("silver/t/copy@1996")));
        assertThat(early.moved(planner(world))).containsExactly("the slices of silver/t/copy that were to be replaced");
    }

    @Test
    void otherDefinitionsAreNamed() {
        PlanFile file = file("*");
        World changed = world(PartitionMapping.all());
        assertThat(file.moved(planner(changed))).contains("the definitions of the assets");
        World less = new World(partitioned("bronze/t/raw").source("t/raw.csv"));
        assertThat(file.moved(planner(less)))
                .contains(
                        "the definitions of the assets",
                        "silver/t/copy, which is not defined any more",
                        "gold/t/other, which is not defined any more");
    }

    @Test
    void aPlanOfAnotherProjectOrOfAnotherTimeIsRefused() {
        PlanFile file = file("*");
        assertFails("'theirs'", () -> file.check("theirs", planner(world)));
        world.sources.put("t/raw.csv", "v2");
        assertFails("the source t/raw.csv", () -> file.check("ours", planner(world)));
    }

    private static void assertFails(String text, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(IngotException.class, failure -> {
            assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.PLAN_MOVED);
            assertThat(failure.diagnostic().text()).contains(text, "plan again");
        });
    }

    private PlanFile file(String selection) {
        Planner planner = planner(world);
        PlanRequest request = forced(selection);
        return PlanFile.of("ours", "0.1.0", request, planner.plan(request), planner);
    }

    private static PlanRequest forced(String selection) {
        return PlanRequest.builder()
                .selection(Selection.parse(selection))
                .force(Force.CHOSEN)
                .build();
    }

    private static Planner planner(World world) {
        return new Planner(world.graph(), world.state());
    }
}
