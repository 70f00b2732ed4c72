package dev.ingot.cli;

import com.google.inject.Module;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who types commands into one project and reads what comes back. */
public final class Terminal {
    private final Path folder;
    private final Module[] modules;
    private final Map<String, String> environment = new TreeMap<>();

    public Terminal(Path folder, Module... modules) {
        this.folder = folder;
        this.modules = modules;
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("INGOT_STATE", folder.resolve("state").toString());
    }

    /** What came back. */
    public record Answer(int status, String out, String err) {}

    /** Sets a variable; null removes it. */
    public Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Terminal without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Types {@code ingot} and these words. */
    public Answer types(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        environment),
                words,
                Arrays.copyOf(modules, modules.length));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
