package dev.ingot.postgres.publish;

import dev.ingot.core.partition.PartitionSet;
import dev.ingot.postgres.database.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQL that brings a target up to the staged rows, with its placeholders filled in. */
final class PublishSql {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private PublishSql() {}

    static String of(PostgresTable asset, StagingTable staging, PartitionSet slices) {
        return PLACEHOLDER.matcher(text(asset)).replaceAll(match -> {
            String value = value(asset, match.group(1), staging, slices);
            return Matcher.quoteReplacement(value);
        });
    }

    private static String value(PostgresTable asset, String name, StagingTable staging, PartitionSet slices) {
        if (name.equals("staging")) {
            return staging.name();
        }
        if (name.equals("slices")) {
            return slices.stream()
                    .map(slice -> Identifiers.literal(slice.toString()))
                    .collect(Collectors.joining(", "));
        }
        throw new IllegalStateException(asset.publish() + " has an unknown placeholder: " + name);
    }

    private static String text(PostgresTable asset) {
        try (InputStream in = asset.getClass().getResourceAsStream(asset.publish())) {
            if (in == null) {
                throw new IllegalStateException("not beside " + asset.getClass().getName() + ": " + asset.publish());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("cannot be read: " + asset.publish(), failure);
        }
    }
}
