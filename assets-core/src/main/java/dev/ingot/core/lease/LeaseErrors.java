package dev.ingot.core.lease;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;

/** The failures of leases, for the engine and every executor to use. */
public final class LeaseErrors {
    private LeaseErrors() {}

    /** Another run has the right to these slices, and nobody wanted to wait. */
    public static IngotException held(Grant.Held held) {
        return new IngotException(
                Diagnostic.of(ErrorCode.LEASE_HELD, "Another run is writing to " + held.asset() + place(held.slices()))
                        .because(held.holder() + " has the right to")
                        .help("wait until it is done, or leave out --no-wait"));
    }

    /** The right was taken away, because it was not renewed in time, and somebody else may have it now. */
    public static IngotException lost(Lease lease) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.LEASE_LOST,
                        "The right to write to " + lease.asset() + place(lease.slices()) + " was lost")
                .because("the process or its connection to the database stood still for longer than its lease lasts")
                .help("run the command again; nothing was committed")
                .help("where such pauses are usual, make leases last longer with the setting lease.ttl"));
    }

    private static String place(PartitionSet slices) {
        return slices.contains(PartitionKey.whole()) ? "" : "@" + slices;
    }
}
