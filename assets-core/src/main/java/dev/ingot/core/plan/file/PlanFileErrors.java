package dev.ingot.core.plan.file;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.List;

/** The failures of kept plans. */
final class PlanFileErrors {
    /** Of more nobody reads. */
    private static final int MOST = 10;

    private PlanFileErrors() {}

    static IngotException newer(long format) {
        return new IngotException(Diagnostic.of(ErrorCode.NEWER_FORMAT, "The plan was written by a newer Ingot")
                .because("it has format " + format + ", this Ingot reads up to " + PlanJson.FORMAT)
                .help("use the Ingot that wrote it, or plan again"));
    }

    static IngotException unreadable(String why) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PLAN, "This is not a plan")
                .because(why)
                .help("make one with: ingot plan --out FILE"));
    }

    static IngotException anotherProject(String planned, String current) {
        return new IngotException(Diagnostic.of(ErrorCode.PLAN_MOVED, "The plan is for another project")
                .because("it was made for '" + planned + "', this is '" + current + "'")
                .help("run it there, or plan again here")
                .help("or set project.name, where both are folders of the same project"));
    }

    static IngotException moved(List<String> moved) {
        String named = String.join("\n", moved.subList(0, Math.min(moved.size(), MOST)));
        return new IngotException(Diagnostic.of(ErrorCode.PLAN_MOVED, "The plan was made on what has changed since")
                .at(moved.size() > MOST ? named + "\nand " + (moved.size() - MOST) + " more" : named)
                .help("plan again, and look at what is different"));
    }
}
