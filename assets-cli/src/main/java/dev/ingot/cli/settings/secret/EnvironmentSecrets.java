package dev.ingot.cli.settings.secret;

import dev.ingot.core.config.SecretSource;
import java.util.Map;
import java.util.Optional;

/** Secrets in variables: {@code ${env:NAME}}. */
public final class EnvironmentSecrets implements SecretSource {
    private final Map<String, String> environment;

    public EnvironmentSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String scheme() {
        return "env";
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public String remedy(String name) {
        return "set the variable " + name;
    }
}
