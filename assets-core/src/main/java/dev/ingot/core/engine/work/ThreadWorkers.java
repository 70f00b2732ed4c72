package dev.ingot.core.engine.work;

import dev.ingot.core.event.StepState;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread for each step that runs. One that never ends keeps neither another step nor the process from ending. */
public final class ThreadWorkers implements Workers {
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons("ingot-step"));
    /** What an attempt that nobody waited for says after the end is told to nobody. */
    private final ExecutorService teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("ingot-watch"),
            new ThreadPoolExecutor.DiscardPolicy());

    private final Semaphore news = new Semaphore(0);
    private final Queue<Due> dues =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparing(Due::order));
    private final long origin = System.nanoTime();
    private long order;

    /** What to do at a moment, in nanoseconds since the origin. */
    private record Due(long at, long order, Runnable action) {}

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void start(StepState step, Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                news.release();
            }
        });
    }

    @Override
    public void after(Duration delay, Runnable action) {
        dues.add(new Due(now() + delay.toNanos(), order++, action));
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        Due next = dues.peek();
        long nanos = next == null ? atMost.toNanos() : Math.min(atMost.toNanos(), next.at() - now());
        boolean hasNews = news.tryAcquire(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        if (hasNews) {
            news.drainPermits();
        }
        return doWhatIsDue() || hasNews;
    }

    private boolean doWhatIsDue() {
        long now = now();
        boolean any = false;
        for (@Nullable Due due = dues.peek(); due != null && due.at() <= now; due = dues.peek()) {
            dues.remove();
            due.action().run();
            any = true;
        }
        return any;
    }

    @Override
    public void wake() {
        news.release();
    }

    @Override
    public void tell(Runnable word) {
        teller.execute(word);
    }

    @Override
    public void settle() {
        CompletableFuture.runAsync(() -> {}, teller).join();
    }

    @Override
    public void close() {
        dues.clear();
        threads.shutdownNow();
        settle();
        teller.shutdown();
    }
}
