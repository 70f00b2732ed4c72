package dev.ingot.cli.health;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.ObjectStoreException;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.core.storage.StoreProbe;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Whether the object store does what Ingot relies on, and has the same time as we. */
public final class StoreCheck implements HealthCheck {
    /** Signed requests are refused at a quarter of an hour. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    private final jakarta.inject.Provider<ObjectStore> store;
    private final Clock clock;

    @Inject
    StoreCheck(jakarta.inject.Provider<ObjectStore> store, Clock clock) {
        this.store = store;
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
            return health(finding);
        } catch (ObjectStoreException e) {
            return Health.bad("cannot be used", e.diagnostic());
        } catch (IOException e) {
            return Health.bad(
                    "cannot be used",
                    StorageErrors.unreadable("the object store", e).diagnostic());
        }
    }

    static Health health(StoreProbe.Finding finding) {
        String detail = "writes, reads, lists, deletes; clock skew "
                + finding.clockSkew().toSeconds() + " s";
        if (!finding.refusesSecondWriter()) {
            return Health.bad(detail, StorageErrors.unsafe());
        }
        if (finding.clockSkew().abs().compareTo(MOST_SKEW) > 0) {
            return Health.bad(
                    detail,
                    Diagnostic.of(
                                    ErrorCode.UNREACHABLE_STORE,
                                    "The store's clock and ours differ by more than 5 minutes")
                            .because("signed requests with a wrong time are refused")
                            .help("set this machine's clock: sudo timedatectl set-ntp true"));
        }
        return Health.good(detail);
    }
}
