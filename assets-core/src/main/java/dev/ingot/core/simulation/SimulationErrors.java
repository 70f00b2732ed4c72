package dev.ingot.core.simulation;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;

/** The failures of asking for a simulation. */
final class SimulationErrors {
    private SimulationErrors() {}

    static void check(int assets, int partitions, double fail) {
        if (assets < 1) {
            throw invalid("there must be assets, not " + assets, "choose a number from 1 on: --assets 100");
        }
        if (partitions < assets) {
            throw invalid(
                    partitions + " partitions are too few for " + assets + " assets, which have one each at least",
                    "choose more: --partitions " + 10L * assets);
        }
        if (!(fail >= 0 && fail < 1)) {
            throw invalid(
                    "an attempt cannot fail with probability " + fail,
                    "choose from 0 to below 1, such as: --fail 0.01");
        }
    }

    private static IngotException invalid(String why, String help) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "There is no such project to simulate")
                .because(why)
                .help(help));
    }
}
