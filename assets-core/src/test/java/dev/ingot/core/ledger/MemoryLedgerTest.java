package dev.ingot.core.ledger;

class MemoryLedgerTest extends LedgerContract {
    @Override
    protected Ledger createLedger() {
        return new MemoryLedger();
    }
}
