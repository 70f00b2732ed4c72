package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What can be said of the files in {@code docker/} without an engine. */
final class DockerFilesTest {
    private static final Path DOCKER = Path.of("..", "docker");
    private static final String PINNED =
            "[a-z0-9./-]+:(?!latest)[A-Za-z0-9_.-]*[0-9][A-Za-z0-9_.-]*(@sha256:[0-9a-f]{64})?";

    private Map<String, Object> compose = Map.of();
    private Map<String, Object> services = Map.of();

    @BeforeEach
    void read() throws IOException {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(text("compose.yaml"));
        compose = map(root);
        services = map(compose.get("services"));
    }

    @Test
    void theStackIsComplete() {
        assertThat(services)
                .containsOnlyKeys(
                        "object-store", "postgres", "spark-master", "spark-worker-1", "spark-worker-2", "ingot");
    }

    @Test
    void everyImageIsPinned() throws IOException {
        services.forEach(
                (name, service) -> assertThat(image(map(service))).as(name).matches(PINNED));
        assertThat(text("Dockerfile").lines().filter(line -> line.startsWith("FROM ")))
                .singleElement()
                .asString()
                .matches("FROM " + PINNED);
    }

    /** The default where the image is a variable. */
    private static String image(Map<String, Object> service) {
        return String.valueOf(service.get("image")).replaceFirst("^\\$\\{INGOT_STORE_IMAGE:-(.*)}$", "$1");
    }

    @Test
    void whatStaysUpSaysWhetherItIsWell() {
        services.forEach((name, service) -> {
            Map<String, Object> check = map(map(service).get("healthcheck"));
            boolean command = map(service).containsKey("profiles");
            assertThat(check)
                    .as(name)
                    .containsKeys(command ? new String[] {"disable"} : new String[] {"test", "retries"});
        });
    }

    @Test
    void portsAreOpenToThisMachineOnly() {
        services.forEach((name, service) -> assertThat(list(map(service).get("ports")))
                .as(name)
                .allSatisfy(port -> assertThat(port).asString().startsWith("127.0.0.1:")));
    }

    @Test
    void dataLiesInNamedVolumes() {
        Set<String> volumes = map(compose.get("volumes")).keySet();
        services.forEach((name, service) -> assertThat(list(map(service).get("volumes")))
                .as(name)
                .isNotEmpty()
                .allSatisfy(
                        volume -> assertThat(volumes).contains(volume.toString().split(":")[0])));
    }

    @Test
    void passwordsAreFilesAndStandNowhere() {
        services.forEach((name, service) -> {
            map(map(service).get("environment")).forEach((variable, value) -> {
                if (variable.matches(".*(PASSWORD|SECRET).*")) {
                    assertThat(value).as(name + " " + variable).asString().contains("/run/secrets/");
                }
            });
            assertThat(map(compose.get("secrets")).keySet())
                    .containsAll(list(map(service).get("secrets")).stream()
                            .map(String::valueOf)
                            .toList());
        });
    }

    @Test
    void theImageIsTheDistributionAndRunsAsNobodySpecial() throws IOException {
        String dockerfile = text("Dockerfile");
        assertThat(dockerfile)
                .contains("COPY app/target/ingot/lib/", "USER 10001")
                .doesNotContain("ADD ");
        assertThat(text("Dockerfile.dockerignore").lines())
                .contains("*")
                .noneMatch(line -> line.startsWith("!") && line.contains("secrets"));
        assertThat(Files.isExecutable(DOCKER.resolve("entrypoint.sh"))).isTrue();
    }

    @Test
    void executorsAreOpenedUpAsTheBuildSays() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String opens = pom.replaceAll("(?s).*<spark\\.opens>(.*?)</spark\\.opens>.*", "$1");
        assertThat(text("entrypoint.sh")).contains("opens='" + opens + "'");
    }

    private static String text(String file) throws IOException {
        return Files.readString(DOCKER.resolve(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object node) {
        return node == null ? List.of() : (List<Object>) node;
    }
}
