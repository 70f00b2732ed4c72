package dev.ingot.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * JSON for machines: records, maps, lists, texts, numbers, booleans and null as what they are, an {@link Optional} as its
 * value or null, a {@link Duration} as seconds, everything else as the text that it prints. Names become {@code snake_case}.
 */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(types())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private Json() {}

    /** One indented document, without a line end after it. */
    public static String print(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    /** One document in one line, without a line end after it. */
    public static String line(Object value) {
        try {
            return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    private static SimpleModule types() {
        return new SimpleModule()
                .addSerializer(Optional.class, new OptionalSerializer())
                .addSerializer(Duration.class, new DurationSerializer())
                .addSerializer(Temporal.class, ToStringSerializer.instance)
                .setSerializerModifier(new PrintedTypes());
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalSerializer extends JsonSerializer<Optional> {
        @Override
        public void serialize(Optional value, JsonGenerator json, SerializerProvider types) throws IOException {
            types.defaultSerializeValue(value.isPresent() ? value.get() : null, json);
        }
    }

    private static final class DurationSerializer extends JsonSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator json, SerializerProvider types) throws IOException {
            json.writeNumber(java.math.BigDecimal.valueOf(value.toMillis(), 3));
        }
    }
}
