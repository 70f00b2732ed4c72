package dev.ingot.cli.health;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.ObjectStoreException;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.core.storage.StoreProbe;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Whether the object store does what Ingot relies on, and has the same time as we. */
public final class StoreCheck implements HealthCheck {
    /** Signed requests are refused at a quarter of an hour. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    private final Provider<ObjectStore> store;
    private final Provider<Optional<MountedStore>> mounted;
    private final Clock clock;

    @Inject
    StoreCheck(Provider<ObjectStore> store, Provider<Optional<MountedStore>> mounted, Clock clock) {
        this.store = store;
        this.mounted = mounted;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "object store";
    }

    @Override
    public ErrorCode failure() {
        return ErrorCode.UNREACHABLE_STORE;
    }

    @Override
    public Health look() {
        try {
            StoreProbe.Finding finding = new StoreProbe(store.get(), clock).run();
            return health(finding, mounted.get().map(MountedStore::shared).orElse(true));
        } catch (ObjectStoreException e) {
            return Health.bad("cannot be used", e.diagnostic());
        } catch (IOException e) {
            return Health.bad(
                    "cannot be used",
                    StorageErrors.unreadable("the object store", e).diagnostic());
        }
    }

    /** @param shared whether several processes may write at once, as the settings have it */
    static Health health(StoreProbe.Finding finding, boolean shared) {
        String detail = "writes, reads, lists, deletes; clock skew "
                + finding.clockSkew().toSeconds() + " s"
                + (finding.refusesSecondWriter() ? "" : "; for one process at a time");
        if (shared && !finding.refusesSecondWriter()) {
            return Health.bad(detail, StorageErrors.unsafe());
        }
        if (finding.clockSkew().abs().compareTo(MOST_SKEW) > 0) {
            return Health.bad(
                    detail,
                    Diagnostic.of(
                                    ErrorCode.UNREACHABLE_STORE,
                                    "The store's clock and ours differ by "
                                            + finding.clockSkew().abs().toMinutes() + " minutes")
                            .because("signed requests with a wrong time are refused")
                            .help("set this machine's clock: sudo timedatectl set-ntp true"));
        }
        return Health.good(detail);
    }
}
