package dev.ingot.spark.session;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which classes its parent has not got. Whenever Spark compiles code it asks for a dozen names that are no class in
 * any package that the code might mean, and each answer costs a look into every jar of the class path: an eighth of the processor
 * time of a run over little data. Thread-safe.
 *
 * <p>Only for a parent whose class path does not grow. What {@code spark.jars} adds is looked for by Spark itself, afterwards.
 */
final class AbsentClasses extends ClassLoader {
    /** Generated names come without end. */
    private static final int LIMIT = 100_000;

    static {
        registerAsParallelCapable();
    }

    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    AbsentClasses(ClassLoader parent) {
        super("absent-classes", parent);
    }

    /** With the loader that this thread has got so far as its parent. */
    static AbsentClasses ofThisThread() {
        ClassLoader own = AbsentClasses.class.getClassLoader();
        return new AbsentClasses(
                Objects.requireNonNullElse(Thread.currentThread().getContextClassLoader(), own));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (absent.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return getParent().loadClass(name);
        } catch (ClassNotFoundException nowhere) {
            if (absent.size() < LIMIT) {
                absent.add(name);
            }
            throw nowhere;
        }
    }

    /** Runs something in this thread, with this loader for it and for the threads that it starts. */
    <T, E extends Exception> T during(Body<T, E> body) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return body.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What is run. */
    @FunctionalInterface
    interface Body<T, E extends Exception> {
        T run() throws E;
    }
}
