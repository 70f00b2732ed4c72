package dev.ingot.cli.command.runs;

import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a run that somebody asks for. */
record AskedSteps(List<StepState> steps) {
    /**
     * @param typed a step's number, or an asset's key; null for all
     * @throws dev.ingot.core.error.IngotException if the run has no such step
     */
    static AskedSteps of(@Nullable String typed, Run run, List<StepState> steps) {
        if (typed == null) {
            return new AskedSteps(steps);
        }
        List<StepState> meant = steps.stream()
                .filter(step -> typed.equals(Integer.toString(step.id().number()))
                        || typed.equals(step.asset().toString()))
                .toList();
        if (meant.isEmpty()) {
            throw LookupErrors.noSuchStep(typed, run, steps);
        }
        return new AskedSteps(meant);
    }
}
