package dev.ingot.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** One text for what commits and ledger say of a slice, so that they can be compared. */
final class Slices {
    private Slices() {}

    static String text(String code, JsonNode slice) {
        SortedMap<String, String> inputs = new TreeMap<>();
        slice.get("inputs")
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asText()));
        return text(
                code,
                slice.get("data").asText(),
                slice.get("rows").asLong(),
                slice.get("rejected").asLong(),
                inputs);
    }

    static String text(String code, String data, long rows, long rejected, SortedMap<String, String> inputs) {
        return data + " of " + rows + "+" + rejected + " by " + code + " from " + inputs;
    }
}
