package dev.ingot.core.testing;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunStore.RunSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/** Runs of another store, whose events are told as they are recorded: those that are recorded together, together. */
public final class RecordedRuns {
    private RecordedRuns() {}

    public static RunStore of(RunStore kept, Consumer<List<RunEvent>> recorded) {
        return (RunStore) proxy(RunStore.class, (proxy, method, arguments) -> {
            Object answer = method.invoke(kept, arguments);
            return answer instanceof RunSession session ? session(session, recorded) : answer;
        });
    }

    private static Object session(RunSession kept, Consumer<List<RunEvent>> recorded) {
        return proxy(RunSession.class, (proxy, method, arguments) -> {
            Object answer = method.invoke(kept, arguments);
            if (method.getName().equals("record")) {
                recorded.accept(events(arguments[0]));
            }
            return answer;
        });
    }

    private static List<RunEvent> events(Object one) {
        return one instanceof List<?> several
                ? several.stream().map(RunEvent.class::cast).toList()
                : List.of((RunEvent) one);
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(RecordedRuns.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
