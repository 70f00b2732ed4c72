package dev.ingot.cli;

import com.google.inject.AbstractModule;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerRebuild;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import dev.ingot.core.partition.dynamic.MemoryDynamicPartitions;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.RunStore;

/** Keeps runs, ledger and partitions in memory, for tests of commands that need no database. */
public final class MemoryStores extends AbstractModule {
    @Override
    protected void configure() {
        MemoryLedger ledger = new MemoryLedger();
        bind(Ledger.class).toInstance(ledger);
        bind(LedgerRebuild.class).toInstance(ledger);
        bind(RunStore.class).toInstance(new MemoryRunStore());
        bind(DynamicPartitions.class).toInstance(new MemoryDynamicPartitions());
    }
}
