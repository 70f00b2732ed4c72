package dev.ingot.postgres.store;

import java.util.HashMap;
import java.util.Map;

/** Reads the inputs of slices, of which many in a row are equal. Not thread-safe. */
final class InputTexts {
    private String last = "{}";
    private Map<String, String> inputs = Map.of();

    /** @param json an object of texts, as PostgreSQL prints it */
    Map<String, String> read(String json) {
        if (!json.equals(last)) {
            inputs = json.indexOf('\\') < 0 ? plain(json) : Map.copyOf(Rows.inputs(json));
            last = json;
        }
        return inputs;
    }

    /** Without a backslash, what stands between quotation marks is a name or a version, by turns. */
    private static Map<String, String> plain(String json) {
        Map<String, String> read = new HashMap<>();
        int at = json.indexOf('"');
        while (at >= 0) {
            int nameEnd = json.indexOf('"', at + 1);
            int version = json.indexOf('"', nameEnd + 1);
            int versionEnd = json.indexOf('"', version + 1);
            read.put(json.substring(at + 1, nameEnd), json.substring(version + 1, versionEnd));
            at = json.indexOf('"', versionEnd + 1);
        }
        return Map.copyOf(read);
    }
}
