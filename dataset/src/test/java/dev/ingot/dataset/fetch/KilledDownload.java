package dev.ingot.dataset.fetch;

import java.net.URI;
import java.nio.file.Path;

/** A process that brings a file and says when it has a half of it. */
final class KilledDownload {
    private KilledDownload() {}

    public static void main(String[] arguments) {
        Download.Listener listener = new Download.Listener() {
            private boolean said;

            @Override
            public void has(long bytes, long total) {
                if (!said && bytes >= total / 2) {
                    said = true;
                    System.out.println("half");
                }
            }

            @Override
            public void triesAgain(long bytes, String why) {
                System.out.println(why);
            }
        };
        new Download(Download.Limits.DEFAULTS, listener).bring(URI.create(arguments[0]), Path.of(arguments[1]));
    }
}
