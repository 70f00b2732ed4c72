package dev.ingot.core.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that belong to no adapter. */
public final class ProjectSettings {
    public static final Setting<String> LANDING_DIR =
            Setting.text("landing.dir", "", "The folder that holds the landing zone. Default: the state folder.");

    public static final Setting<String> PROJECT_NAME = Setting.text(
            "project.name",
            "",
            "The name of the project, which saved plans are made for. Default: the name of its folder.");

    public static final Setting<Integer> RUN_PARALLELISM =
            Setting.number("run.parallelism", 2, 1, 64, "How many steps of a run may run at once.");

    public static final Setting<ByteSize> PLAN_BATCH_BYTES = new Setting<>(
            "plan.batch-bytes",
            "512MB",
            false,
            "How much neighbouring partitions of an asset are expected to hold when one step takes them together. 0: no limit.",
            ByteSize::parse);

    public static final Setting<Duration> MAINTAIN_RETENTION = new Setting<>(
            "maintain.retention",
            "7d",
            false,
            "How long maintain keeps what nothing needs any more, for readers and for going back: such as 7d, 12h or 30m.",
            ProjectSettings::duration);

    public static final Setting<String> KEY_VAULT_URL = Setting.text(
            "keyvault.url",
            "",
            "The Key Vault that ${keyvault:NAME} refers to, such as https://movies.vault.azure.net.");

    public static final Setting<Integer> LOG_RUNS =
            Setting.number("log.runs", 50, 1, 100_000, "How many runs keep the logs of their steps, the newest ones.");

    private static final String POOL = "pool.";

    private ProjectSettings() {}

    /**
     * The setting of a pool: how many steps of all live runs may hold a place in it. Whoever states it makes it known.
     *
     * @param places how many when nobody set it
     */
    public static Setting<Integer> pool(String name, int places) {
        return Setting.number(
                POOL + name,
                places,
                1,
                1000,
                "How many steps of all runs may hold a place in the pool " + name + " at once.");
    }

    /** The pool that a setting is about, if it is about one. */
    public static Optional<String> poolOf(Setting<?> setting) {
        return Optional.of(setting.name())
                .filter(name -> name.startsWith(POOL))
                .map(name -> name.substring(POOL.length()));
    }

    /** The root of the object store in which the landing zone lies, absolute. */
    public static Path landingRoot(Settings settings) {
        String folder = settings.get(LANDING_DIR);
        return folder.isEmpty() ? settings.state() : Path.of(folder).toAbsolutePath();
    }

    private static Duration duration(String text) {
        Matcher matcher = Pattern.compile("([0-9]{1,6})([dhm])").matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it is not a number of days, hours or minutes, such as 7d");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
