package dev.ingot.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.ingot.cli.settings.ProjectFolders;
import dev.ingot.cli.settings.SettingSources;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One command, from its arguments to its exit status. */
final class Invocation {
    private final Path working;
    private final Map<String, String> environment;
    private final List<Module> modules;
    private final Console console;
    private final GlobalOptions options;
    private final Interruption interruption;
    private final Resources resources = new Resources();

    Invocation(
            Path working,
            Map<String, String> environment,
            List<Module> modules,
            Streams streams,
            Interruption interruption) {
        this.working = working;
        this.environment = environment;
        this.modules = modules;
        this.options = new GlobalOptions();
        this.console = streams.console(options);
        this.interruption = interruption;
        interruption.closes(resources::close);
    }

    int run(String... arguments) {
        BugReport report = new BugReport(() -> folders().state(), told(arguments));
        Failures failures = new Failures(console, options, report);
        try {
            return CommandTree.of(options, modules, console)
                    .setExecutionStrategy(this::execute)
                    .setParameterExceptionHandler((failure, unused) -> failures.usage(failure))
                    .setExecutionExceptionHandler((failure, line, parsed) -> failures.failed(failure))
                    .execute(arguments);
        } catch (Error e) {
            return failures.failed(e);
        } finally {
            resources.close();
            console.flush();
        }
    }

    /** The arguments as they may be kept: a setting may be a secret. */
    private static String told(String... arguments) {
        return String.join(" ", arguments).replaceAll("(--set[= ]\\S+?=)\\S+", "$1***");
    }

    private int execute(ParseResult parsed) {
        Integer answered = CommandLine.executeHelpRequest(parsed);
        if (answered != null) {
            return answered;
        }
        CommandLine line =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        if (!(line.getCommandSpec().userObject() instanceof IngotCommand command)) {
            throw new ParameterException(
                    line, "Missing command after " + line.getCommandSpec().qualifiedName());
        }
        try {
            if (isInjected(command.getClass())) {
                injector().injectMembers(command);
            }
            return status(command.run());
        } catch (ParameterException e) {
            throw e;
        } catch (Exception e) {
            // Picocli hands only its own kind of exception to our handler.
            throw new CommandLine.ExecutionException(line, "the command failed", e);
        }
    }

    /** What stopped because of a signal has the signal's own code. */
    private int status(ExitCode code) {
        return (code == ExitCode.INTERRUPTED ? interruption.signal().orElse(code) : code).status();
    }

    private static boolean isInjected(Class<?> command) {
        return Arrays.stream(command.getDeclaredFields()).anyMatch(field -> field.isAnnotationPresent(Inject.class));
    }

    private Injector injector() {
        List<Module> all = new ArrayList<>();
        SettingSources sources = new SettingSources(options.settings(), environment, folders(), options.profile());
        all.add(new CoreModule(console, sources, resources, interruption));
        all.addAll(modules);
        return Guice.createInjector(Stage.DEVELOPMENT, all);
    }

    private ProjectFolders folders() {
        return ProjectFolders.find(working, environment, System.getProperty("ingot.home"), options.state());
    }
}
