package dev.ingot.cli.health;

import dev.ingot.cli.settings.SettingsCheck;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import jakarta.inject.Inject;
import java.util.List;

/** Whether every reference to a secret that is in force leads to something. Asks Key Vault too. */
public final class SecretsCheck implements HealthCheck {
    private final SettingsCheck settings;

    @Inject
    SecretsCheck(SettingsCheck settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public ErrorCode failure() {
        return ErrorCode.UNRESOLVED_SECRET;
    }

    @Override
    public Health look() {
        List<Diagnostic> problems = settings.references(source -> true);
        return new Health(problems.isEmpty() ? "all references lead to something" : "not all can be had", problems);
    }
}
