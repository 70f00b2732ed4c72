package dev.ingot.core.run;

class MemoryRunStoreTest extends RunStoreContract {
    @Override
    protected RunStore createStore() {
        return new MemoryRunStore();
    }
}
