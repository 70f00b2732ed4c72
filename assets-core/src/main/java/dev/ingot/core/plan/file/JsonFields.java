package dev.ingot.core.plan.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One object of a plan's JSON; what is not as it has to be ends in {@code invalid-plan}. */
record JsonFields(Map<?, ?> fields) {
    static JsonFields of(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return new JsonFields(map);
        }
        throw PlanFileErrors.unreadable("it has something else where an object has to be");
    }

    JsonFields object(String name) {
        return of(fields.get(name));
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> PlanFileErrors.unreadable("it has no text '" + name + "'"));
    }

    Optional<String> optional(String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    long number(String name) {
        if (fields.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw PlanFileErrors.unreadable("it has no number '" + name + "'");
    }

    boolean truth(String name) {
        if (fields.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw PlanFileErrors.unreadable("it does not say whether '" + name + "'");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<?> list(String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw PlanFileErrors.unreadable("it has no list '" + name + "'");
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        object(name).fields().forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
        return map;
    }

    /** The one of these that has the text. */
    <E> E constant(String name, E[] all, Function<E, String> text) {
        String wanted = text(name);
        for (E one : all) {
            if (text.apply(one).equals(wanted)) {
                return one;
            }
        }
        throw PlanFileErrors.unreadable("'" + name + "' cannot be '" + wanted + "'");
    }
}
