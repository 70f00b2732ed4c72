package dev.ingot.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever watches is told everything, in order, and in its own time. In real threads. */
class TellingTest {
    private final World world =
            new World(FakeAsset.spec("bronze/t/a"), FakeAsset.spec("silver/t/b").reads(AssetKey.parse("bronze/t/a")));
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> recorded = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch allDone = new CountDownLatch(1);

    @Test
    void aRunGoesOnWhileSomebodyStillHearsOfItsBegin() {
        RunReport report = run(new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                if (told.isEmpty()) {
                    told.add(isOpened(allDone) ? "late" : "never");
                }
                told.add(text(step));
            }

            @Override
            public void runFinished(RunReport report) {
                told.add("run");
            }
        });

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(told).containsExactly("late", "a running", "a succeeded", "b running", "b succeeded", "run");
    }

    /** Who sees that a run has ended finds all of its logs. */
    @Test
    void theEndOfARunIsRecordedWhenItsStepsAreTold() {
        run(new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                isOpened(allDone);
                recorded.add("told of " + text(step));
            }
        });

        assertThat(recorded).endsWith("told of b succeeded", "run");
    }

    @Test
    void aListenerThatFailsIsToldTheRest() {
        RunReport report = run(new RunListener() {
            @Override
            public void stepChanged(StepState step) {
                told.add(text(step));
                throw new IllegalStateException("not today");
            }
        });

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(told).hasSize(4);
    }

    private RunReport run(RunListener listener) {
        RunStore kept = world.runs;
        world.runs = (RunStore) proxy(RunStore.class, (proxy, method, arguments) -> {
            Object answer = method.invoke(kept, arguments);
            return answer instanceof RunSession session ? watched(session) : answer;
        });
        return world.engine().run(world.request(world.plan(), 1), listener, new Cancellation());
    }

    private Object watched(RunSession session) {
        return proxy(RunSession.class, (proxy, method, arguments) -> {
            Object answer = method.invoke(session, arguments);
            if (method.getName().equals("record") && arguments[0] instanceof List<?> events) {
                events.forEach(event -> steps((RunEvent) event));
            } else if (method.getName().equals("record")) {
                recorded.add("run");
            }
            return answer;
        });
    }

    private void steps(RunEvent event) {
        String text = text(event.step().orElseThrow());
        recorded.add(text);
        if (text.equals("b succeeded")) {
            allDone.countDown();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(TellingTest.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static boolean isOpened(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(StepState step) {
        return step.asset().name() + " " + step.status().text();
    }
}
