package dev.ingot.postgres.embedded;

import java.util.Locale;
import java.util.Map;

/**
 * An operating system and processor, in the words of the archives of binaries.
 *
 * @param system {@code linux} or {@code darwin}; anything else is a system without a server
 * @param processor {@code x86_64} or {@code arm_64}
 */
record Platform(String system, String processor) {
    private static final Map<String, String> PROCESSORS =
            Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** From the names that Java has for them. */
    static Platform of(String name, String architecture) {
        String system = name.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : name.toLowerCase(Locale.ROOT);
        return new Platform(system, PROCESSORS.getOrDefault(architecture, architecture));
    }

    String archive() {
        return "postgres-" + system + "-" + processor + ".txz";
    }

    @Override
    public String toString() {
        return system + " " + processor;
    }
}
