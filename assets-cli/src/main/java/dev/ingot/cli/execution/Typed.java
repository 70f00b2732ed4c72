package dev.ingot.cli.execution;

import dev.ingot.core.event.RunKind;

/**
 * The command that asks for a run.
 *
 * @param kind what kind of command it is
 * @param words what was typed
 * @param waits whether steps wait for other runs
 */
public record Typed(RunKind kind, String words, boolean waits) {}
