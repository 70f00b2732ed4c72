package dev.ingot.core.partition.dynamic;

class MemoryDynamicPartitionsTest extends DynamicPartitionsContract {
    @Override
    protected DynamicPartitions create() {
        return new MemoryDynamicPartitions();
    }
}
