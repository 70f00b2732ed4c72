package dev.ingot.core.plan;

import java.util.List;

/** What is planned of one asset: the scope, and the steps that it is divided into. */
record Planned(StepScope scope, List<PlanStep> steps) {}
