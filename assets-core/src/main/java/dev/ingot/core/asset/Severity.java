package dev.ingot.core.asset;

/** What happens when an expectation or a check does not hold. */
public enum Severity {
    /** It is counted and told. */
    WARN,
    /** The row goes to the rejected rows, with its reason. Only for expectations. */
    QUARANTINE,
    /** The step does not pass. */
    FAIL
}
