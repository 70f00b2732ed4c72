package dev.ingot.core.asset;

/**
 * A statement about each row, as a Spark SQL expression over what the transformation returns, its helper columns
 * (those that begin with {@code _}) included. A row for which it is not true breaks it: false and null alike.
 *
 * @param name the rule's name, as it stands in the rejected rows: {@code [a-z][a-z0-9_]*}
 * @param expression a boolean Spark SQL expression
 * @param severity what happens to a row that breaks it
 */
public record Expectation(String name, String expression, Severity severity) {
    /** A row that breaks it is rejected under this name. */
    public static Expectation quarantine(String name, String expression) {
        return new Expectation(name, expression, Severity.QUARANTINE);
    }

    public static Expectation warn(String name, String expression) {
        return new Expectation(name, expression, Severity.WARN);
    }

    /** One row that breaks it stops the step before anything is committed. */
    public static Expectation fail(String name, String expression) {
        return new Expectation(name, expression, Severity.FAIL);
    }
}
