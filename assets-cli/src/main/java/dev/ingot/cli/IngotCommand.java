package dev.ingot.cli;

import dev.ingot.core.error.ExitCode;

/**
 * A command that does something, as opposed to one that only groups others.
 *
 * <p>To write one, make a class in a package {@code cli} of your module, annotate it for picocli, and name it in your
 * {@link CommandModule}:
 *
 * <pre>{@code
 * @Command(name = "recommend", description = "Recommend movies to a user.",
 *         footer = {"", "Examples:", "  ingot recommend --user 42", "  ingot recommend --user 42 -k 5 -o json"})
 * public final class RecommendCommand implements IngotCommand {
 *     @Option(names = "--user", required = true, paramLabel = "ID", description = "The user's id.")
 *     private long user;
 *
 *     @Inject private Console console;
 *     @Inject private Recommendations recommendations;
 *
 *     @Override
 *     public ExitCode run() {
 *         console.table(List.of("rank", "title", "score"), recommendations.of(user).rows());
 *         return ExitCode.OK;
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Picocli makes the object with its no-argument constructor and fills its options; the {@code jakarta.inject.Inject}
 *       fields follow immediately before {@link #run}. So help and wrong usage never make anything, and all options,
 *       {@code --state} and {@code --set} included, are known when the injected objects are made.
 *   <li>Listing the commands loads the types of a command's fields: let no type of Spark or JDBC be one.
 *   <li>Print data through {@link Console}, and throw an {@link dev.ingot.core.error.IngotException} for everything that
 *       the user can do something about. {@code -o json}, {@code --stacktrace} and {@code --help} are there already.
 *   <li>An {@link AutoCloseable} singleton that Guice made is closed when the command has ended, later made ones first.
 *       One that nobody asked for is not made.
 * </ul>
 */
public interface IngotCommand {
    /**
     * Does it.
     *
     * @return the exit code that the outcome deserves
     * @throws Exception a {@link dev.ingot.core.error.IngotException} for what the user can do something about; all others
     *     are reported as bugs of Ingot
     */
    ExitCode run() throws Exception;
}
