package dev.ingot.core.check;

import dev.ingot.core.asset.Severity;

/**
 * How one check of a materialization came out.
 *
 * @param name the check's name
 * @param passed whether it held
 * @param severity a failed one of severity FAIL makes the run exit with 4
 * @param blocking whether, failed, it keeps what depends on the asset from running
 * @param detail what was found, one sentence for people
 */
public record CheckResult(String name, boolean passed, Severity severity, boolean blocking, String detail) {
    public static CheckResult passed(String name, String detail) {
        return new CheckResult(name, true, Severity.FAIL, false, detail);
    }

    /** The run exits with 4, and what depends on the asset does not run. */
    public static CheckResult blocked(String name, String detail) {
        return new CheckResult(name, false, Severity.FAIL, true, detail);
    }

    /** The run exits with 4; what depends on the asset goes on. */
    public static CheckResult failed(String name, String detail) {
        return new CheckResult(name, false, Severity.FAIL, false, detail);
    }

    /** Told, and nothing more. */
    public static CheckResult warned(String name, String detail) {
        return new CheckResult(name, false, Severity.WARN, false, detail);
    }

    public boolean failed() {
        return !passed && severity == Severity.FAIL;
    }

    public boolean blocks() {
        return !passed && blocking;
    }
}
