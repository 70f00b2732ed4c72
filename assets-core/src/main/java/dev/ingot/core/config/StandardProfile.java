package dev.ingot.core.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The profiles that every project has. A module states at each setting what differs in them. */
public enum StandardProfile {
    EMBEDDED("everything in this process and on this disk"),
    LOCAL("the servers of the development stack on this machine"),
    AZURE("Azure: ADLS Gen2, PostgreSQL Flexible Server, Key Vault, managed identity"),
    TEST("small and quick, for tests");

    private final String description;

    StandardProfile(String description) {
        this.description = description;
    }

    /** Its name for people, such as {@code embedded}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /** The profile of that name. */
    public static Optional<StandardProfile> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
