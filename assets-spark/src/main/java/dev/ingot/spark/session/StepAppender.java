package dev.ingot.spark.session;

import dev.ingot.core.log.LogContext;
import dev.ingot.core.log.RunLogs;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Leads what is logged for a step, by its own thread or by a task of its jobs, to the step's log. */
final class StepAppender extends AbstractAppender {
    private final RunLogs logs;

    StepAppender(RunLogs logs, PatternLayout layout) {
        super("steps", null, layout, true, Property.EMPTY_ARRAY);
        this.logs = logs;
    }

    @Override
    public void append(LogEvent event) {
        String name = event.getContextData().getValue(LogContext.KEY);
        if (name != null) {
            logs.append(RunLogs.step(name), new String(getLayout().toByteArray(event), StandardCharsets.UTF_8));
        }
    }
}
