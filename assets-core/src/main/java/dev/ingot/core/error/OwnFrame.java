package dev.ingot.core.error;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of somebody's own code that a failure comes from, among all those of frameworks. */
public final class OwnFrame {
    /** How a frame looks in a text: Spark tells so where an expression was made that failed on a row much later. */
    private static final Pattern PRINTED = Pattern.compile("([\\w$.]+)\\.([\\w$<>]+)\\(([\\w$]+\\.\\w+):([0-9]+)\\)");

    private OwnFrame() {}

    /**
     * Finds the innermost frame in the owner's package, in the innermost cause that has one.
     *
     * @return {@code at CLASS.METHOD(FILE:LINE)}; empty where no frame of that package has part in it
     */
    public static Optional<String> of(Throwable failure, Class<?> owner) {
        List<Throwable> causes = RootCause.chain(failure);
        for (int depth = causes.size() - 1; depth >= 0; depth--) {
            Optional<String> frame = thrown(causes.get(depth), owner).or(printed(causes.get(depth), owner));
            if (frame.isPresent()) {
                return frame;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> thrown(Throwable cause, Class<?> owner) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getLineNumber() > 0 && isOf(owner, frame.getClassName()))
                .findFirst()
                .map(frame -> text(
                        frame.getClassName(),
                        frame.getMethodName(),
                        frame.getFileName() + ":" + frame.getLineNumber()));
    }

    private static java.util.function.Supplier<Optional<String>> printed(Throwable cause, Class<?> owner) {
        return () -> {
            Matcher frame = PRINTED.matcher(String.valueOf(cause.getMessage()));
            while (frame.find()) {
                if (isOf(owner, frame.group(1))) {
                    return Optional.of(text(frame.group(1), frame.group(2), frame.group(3) + ":" + frame.group(4)));
                }
            }
            return Optional.empty();
        };
    }

    private static boolean isOf(Class<?> owner, String name) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, Math.max(dot, 0)).equals(owner.getPackageName());
    }

    private static String text(String type, String method, String place) {
        return "at " + type + "." + method + "(" + place + ")";
    }
}
