package dev.ingot.core.partition.window;

import java.time.LocalDateTime;
import java.util.OptionalLong;

/** The local times at which windows begin, numbered in their order from some origin, and how the windows are called. */
public interface Grid {
    /** The beginning of this number. */
    LocalDateTime begin(long number);

    /** The number of the first beginning that is not before this time. */
    long ceiling(LocalDateTime time);

    /** The name of the window that begins there, as coarse as its length allows; names sort as their windows do. */
    String name(long number);

    /** The number of the beginning of the window of this name; empty if no window is called so. */
    OptionalLong number(String name);
}
