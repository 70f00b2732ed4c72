package dev.ingot.cli.settings;

import dev.ingot.cli.settings.SettingsFile.Section;
import dev.ingot.core.error.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads an {@code ingot.yaml}. It runs nothing that the file says, and follows no alias. */
final class YamlSettings {
    private static final String PROFILE = "profile";
    private static final String PROFILES = "profiles";
    private static final String EXTENDS = "extends";
    private static final int MOST_CHARACTERS = 1 << 20;

    private final List<Diagnostic> problems = new ArrayList<>();
    private final YamlTree tree;
    private final Path file;

    private YamlSettings(Path file, Set<String> known) {
        this.file = file;
        this.tree = new YamlTree(file, known, problems);
    }

    /** @param known the names of all settings */
    static SettingsFile read(Path file, Set<String> known) {
        return new YamlSettings(file, known).read();
    }

    private SettingsFile read() {
        Map<String, Node> root = new LinkedHashMap<>(
                compose().map(node -> tree.children(node, "the file")).orElse(Map.of()));
        Optional<Stated> profile = named(root.remove(PROFILE), PROFILE);
        Map<String, Section> sections = new LinkedHashMap<>();
        Node profiles = root.remove(PROFILES);
        if (profiles != null) {
            tree.children(profiles, PROFILES).forEach((name, node) -> sections.put(name, section(name, node)));
        }
        return new SettingsFile(file, profile, values(root), sections, problems);
    }

    private Optional<Node> compose() {
        LoadSettings limits = LoadSettings.builder()
                .setLabel(file.toString())
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            return new Compose(limits).composeString(Files.readString(file));
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            problems.add(SettingErrors.form("The file is not YAML: " + e.getProblem(), file + line));
        } catch (YamlEngineException e) {
            problems.add(SettingErrors.form("The file is not YAML that can be read", file.toString()));
        } catch (IOException e) {
            throw SettingErrors.unreadable(file, e);
        }
        return Optional.empty();
    }

    private Section section(String name, Node node) {
        Map<String, Node> children = new LinkedHashMap<>(tree.children(node, "the profile " + name));
        Optional<Stated> parent = named(children.remove(EXTENDS), EXTENDS);
        return new Section(tree.origin(node), parent, values(children));
    }

    private Optional<Stated> named(@Nullable Node node, String name) {
        return Optional.ofNullable(node)
                .flatMap(one -> tree.text(name, one).map(text -> new Stated(text, tree.origin(one))));
    }

    private Map<String, Stated> values(Map<String, Node> nodes) {
        Map<String, Stated> values = new LinkedHashMap<>();
        nodes.forEach((name, node) -> tree.flatten(name, node, values));
        return values;
    }
}
