package dev.ingot.core.plan;

import java.util.List;

/** What is to be planned of one asset, before it is divided into steps. */
record Wanted(StepScope scope, List<PlannedReason> reasons, boolean forced) {}
