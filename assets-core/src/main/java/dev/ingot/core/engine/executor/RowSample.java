package dev.ingot.core.engine.executor;

import java.util.List;

/**
 * Some rows of a table. A value is null, a text, a number, a boolean, a list, or something that prints itself.
 *
 * @param columns the columns' names
 * @param rows the rows, each as long as there are columns; lists, because values may be null
 */
public record RowSample(List<String> columns, List<List<?>> rows) {}
