package dev.ingot.dataset.sample;

import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.DatasetProblem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JSON object whose members have the types that the reader asks for, or else a problem that names the member. */
final class JsonObject {
    private final String file;
    private final String path;
    private final Map<?, ?> members;

    private JsonObject(String file, String path, Map<?, ?> members) {
        this.file = file;
        this.path = path;
        this.members = members;
    }

    static JsonObject parse(String file, String text) {
        try {
            return new JsonObject(file, "", (Map<?, ?>) Json.parse(text));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw problem(file, "", "it is not a JSON object (" + e.getMessage() + ")");
        }
    }

    BigDecimal number(String name) {
        return member(name, BigDecimal.class);
    }

    String text(String name) {
        return member(name, String.class);
    }

    JsonObject object(String name) {
        return new JsonObject(file, path + name + "/", member(name, Map.class));
    }

    List<JsonObject> objects(String name) {
        Function<Object, JsonObject> wrap = item -> {
            if (item instanceof Map<?, ?> map) {
                return new JsonObject(file, path + name + "/", map);
            }
            throw problem("'" + path + name + "' does not hold objects only");
        };
        return ((List<?>) member(name, List.class)).stream().map(wrap).toList();
    }

    /** All members, which must be whole numbers. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Object name : members.keySet()) {
            counts.put(name.toString(), number(name.toString()).longValue());
        }
        return counts;
    }

    DatasetException problem(String what) {
        return problem(file, path, what);
    }

    private <T> T member(String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw problem("'" + path + name + "' is missing or of another type");
        }
        return type.cast(value);
    }

    private static DatasetException problem(String file, String path, String what) {
        return new DatasetException(List.of(new DatasetProblem(
                DatasetProblem.Kind.UNREADABLE, file, path, what, "Generate the sample anew with this version.")));
    }
}
