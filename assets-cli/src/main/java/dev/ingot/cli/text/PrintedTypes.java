package dev.ingot.cli.text;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

/** Lets Jackson look into records only; every other object is the text that it prints. */
final class PrintedTypes extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription type, JsonSerializer<?> serializer) {
        boolean bean = serializer instanceof BeanSerializerBase;
        return bean && !type.getBeanClass().isRecord() ? ToStringSerializer.instance : serializer;
    }
}
