package dev.ingot.spark.failure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Which call fails, of all that are made to the disk and the object store of this JVM's tests. */
public final class Faults {
    private static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());
    private static final AtomicLong COUNT = new AtomicLong();
    private static volatile long fails;
    private static volatile boolean afterwards;
    private static volatile String failed = "";

    private Faults() {}

    /** A call that can fail. */
    interface Call<T> {
        T make() throws IOException;
    }

    /**
     * Counts from one again.
     *
     * @param nth the call that fails; 0 for none
     * @param done whether it is done all the same, and only its answer is lost
     */
    public static void arm(long nth, boolean done) {
        fails = 0;
        failed = "";
        afterwards = done;
        CALLS.clear();
        COUNT.set(0);
        fails = nth;
    }

    /** What was called since. */
    public static List<String> calls() {
        return List.copyOf(CALLS);
    }

    /** The call that has failed; empty if none has. */
    public static String failed() {
        return failed;
    }

    static <T> T in(String name, Call<T> call) throws IOException {
        CALLS.add(name);
        boolean mine = COUNT.incrementAndGet() == fails;
        if (mine) {
            failed = name;
        }
        if (mine && !afterwards) {
            throw new IOException("the call that was to fail: " + name);
        }
        T answer = call.make();
        if (mine) {
            throw new IOException("the call whose answer was to be lost: " + name);
        }
        return answer;
    }
}
