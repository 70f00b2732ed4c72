package dev.ingot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.SparkModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Types commands at a project.
 *
 * @param folder where the project lies
 * @param assets what it consists of
 */
public record Terminal(Path folder, Module assets) {
    /** What the command, which must succeed, prints as data. */
    public String types(String... arguments) {
        return run(0, arguments).out().toString(StandardCharsets.UTF_8);
    }

    /** What the command complains of, which must end with that status. */
    public String failsWith(int status, String... arguments) {
        return run(status, arguments).err().toString(StandardCharsets.UTF_8);
    }

    private Printed run(int expected, String... arguments) {
        Printed printed = new Printed(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(printed.out(), true, StandardCharsets.UTF_8),
                        new PrintStream(printed.err(), true, StandardCharsets.UTF_8),
                        folder,
                        Map.of("INGOT_STATE", folder.resolve("state").toString(), "INGOT_SPARK_MASTER", "local[2]")),
                arguments,
                new FrameworkCommands(),
                new SparkModule(),
                new PostgresModule(),
                assets);
        assertThat(status).as(printed.err().toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return printed;
    }

    private record Printed(ByteArrayOutputStream out, ByteArrayOutputStream err) {}
}
