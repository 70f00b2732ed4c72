package dev.ingot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.SparkModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Types commands at a project, each of which must succeed.
 *
 * @param folder where the project lies
 * @param assets what it consists of
 */
public record Terminal(Path folder, Module assets) {
    /** What the command prints as data. */
    public String types(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Ingot.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                Map.of("INGOT_STATE", folder.resolve("state").toString(), "INGOT_SPARK_MASTER", "local[2]"),
                arguments,
                new FrameworkCommands(),
                new SparkModule(),
                new PostgresModule(),
                assets);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
