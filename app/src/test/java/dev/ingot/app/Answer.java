package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a command came back with. */
public record Answer(String command, int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Fails, with all that was printed, unless the command ended with this status. */
    public Answer exits(int expected) {
        assertThat(status).as("the exit status of%n%s", this).isEqualTo(expected);
        return this;
    }

    /** Standard output as the one JSON document that it must be. */
    public JsonNode json() {
        try {
            JsonNode document = JSON.readTree(out);
            assertThat(document.isContainerNode())
                    .as("one document from %s", this)
                    .isTrue();
            return document;
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON from " + this, e);
        }
    }

    @Override
    public String toString() {
        return "ingot " + command + "\nstatus " + status + "\n--- out\n" + out + "\n--- err\n" + err;
    }
}
