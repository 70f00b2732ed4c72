package dev.ingot.cli.health;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Java, memory and disk of this machine. */
public final class MachineChecks {
    private static final Set<Integer> JAVA = Set.of(17, 21);
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_HEAP = 900 * MEGABYTE;
    private static final long LEAST_DISK = 1024 * MEGABYTE;

    private MachineChecks() {}

    /** @param state the folder on whose disk there has to be room */
    public static List<HealthCheck> of(Path state) {
        return List.of(
                new Check("java", ErrorCode.UNSUPPORTED_JAVA, () -> java(Runtime.version())),
                new Check(
                        "memory",
                        ErrorCode.UNSUPPORTED_PLATFORM,
                        () -> memory(Runtime.getRuntime().maxMemory())),
                new Check("disk", ErrorCode.DISK_FULL, () -> disk(state)));
    }

    static Health java(Runtime.Version version) {
        if (JAVA.contains(version.feature())) {
            return Health.good(version.toString());
        }
        return Health.bad(
                version.toString(),
                Diagnostic.of(ErrorCode.UNSUPPORTED_JAVA, "Ingot needs Java 17 or 21")
                        .help("install a JDK 17, and: export INGOT_JAVA_HOME=/path/to/it"));
    }

    static Health memory(long heap) {
        String detail = heap / MEGABYTE + " MB for the heap";
        if (heap >= LEAST_HEAP) {
            return Health.good(detail);
        }
        return Health.bad(
                detail,
                Diagnostic.of(ErrorCode.UNSUPPORTED_PLATFORM, "Spark needs a heap of 1 GB or more")
                        .help("export INGOT_JAVA_OPTS=-Xmx2g"));
    }

    private static Health disk(Path state) throws java.io.IOException {
        Path folder = state.toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return disk(state, Files.getFileStore(folder).getUsableSpace(), Files.isWritable(folder));
    }

    static Health disk(Path state, long free, boolean writable) {
        String detail = free / MEGABYTE + " MB free for " + state;
        if (!writable) {
            return Health.bad(
                    detail,
                    Diagnostic.of(ErrorCode.STORAGE_FAILED, "The state folder cannot be written to")
                            .help("choose another: export INGOT_STATE=/path/to/it"));
        }
        if (free >= LEAST_DISK) {
            return Health.good(detail);
        }
        return Health.bad(
                detail,
                Diagnostic.of(ErrorCode.DISK_FULL, "There is less than 1 GB of room")
                        .help("make room, or choose another disk: export INGOT_STATE=/path/to/it"));
    }

    private record Check(String name, ErrorCode failure, Callable<Health> looking) implements HealthCheck {
        @Override
        public Health look() throws Exception {
            return looking.call();
        }
    }
}
