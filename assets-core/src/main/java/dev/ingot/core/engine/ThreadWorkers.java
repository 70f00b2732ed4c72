package dev.ingot.core.engine;

import dev.ingot.core.event.StepState;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A thread for each step that runs. */
final class ThreadWorkers implements Workers {
    private final ExecutorService threads;
    private final Semaphore news = new Semaphore(0);

    ThreadWorkers(int parallelism) {
        threads = Executors.newFixedThreadPool(parallelism, work -> {
            Thread thread = new Thread(work, "ingot-step");
            thread.setDaemon(true);
            return thread;
        });
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
    public void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public void wake() {
        news.release();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
