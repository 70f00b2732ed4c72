package dev.ingot.core.engine.executor;

/**
 * How far the computation of a step has come.
 *
 * @param done parts that are done
 * @param total parts that are known of: more may turn up
 * @param rows rows written so far, rejected ones included
 */
public record Advance(long done, long total, long rows) {}
