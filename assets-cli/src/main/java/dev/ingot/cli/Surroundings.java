package dev.ingot.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees instead of its process.
 *
 * @param out for data; never a terminal
 * @param err for everything else; never a terminal
 * @param working the working folder
 * @param environment the variables
 */
public record Surroundings(PrintStream out, PrintStream err, Path working, Map<String, String> environment) {}
