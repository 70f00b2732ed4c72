package dev.ingot.core.partition.window;

import java.time.LocalDate;

/** When windows begin, in local time, whatever zone it is. Immutable; equal if windows begin at the same local times. */
public interface Rhythm {
    /** The beginnings, numbered; right for all times from the first date to the second, both included. */
    Grid grid(LocalDate from, LocalDate to);

    /** Whether windows begin once more at local times that a clock shows a second time. */
    boolean repeats();

    /** What windows of this rhythm are called, such as {@code daily}. */
    @Override
    String toString();
}
