package dev.ingot.app.clusters;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What a node of Kubernetes does for pods of one container: it mounts their volumes, runs the image's entry point with the pod's
 * words and variables, here as a process of this machine, and tells the API server what becomes of it.
 */
final class Kubelet implements Watcher<Pod>, AutoCloseable {
    private static final Path ENTRY_POINT =
            Path.of("..", "docker", "entrypoint.sh").toAbsolutePath();
    private static final String ADDRESS = "127.0.0.1";

    private final Map<String, Process> running = new ConcurrentHashMap<>();
    private final List<String> images = new ArrayList<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final KubernetesClient client;
    private final Path home;
    private final Path image;
    private final Watch watch;
    private int failures;

    /**
     * Begins.
     *
     * @param home where the pods' files go
     * @param image the folder with what an image would have in {@code /opt/ingot}
     * @param failures how many pods shall fail at once
     */
    Kubelet(KubernetesClient client, Path home, Path image, int failures) {
        this.client = client;
        this.home = home;
        this.image = image;
        this.failures = failures;
        this.watch = client.pods().inAnyNamespace().watch(this);
    }

    /** The images of all pods that it has been given. */
    synchronized List<String> images() {
        return List.copyOf(images);
    }

    @Override
    public void eventReceived(Action action, Pod pod) {
        String name = pod.getMetadata().getName();
        if (action == Action.ADDED) {
            work.execute(() -> start(pod));
        } else if (action == Action.DELETED) {
            work.execute(() -> {
                Process process = running.remove(name);
                if (process != null) {
                    process.destroy();
                }
            });
        }
    }

    @Override
    public void onClose(WatcherException cause) {}

    private synchronized void start(Pod pod) {
        Container container = pod.getSpec().getContainers().get(0);
        images.add(container.getImage());
        if (failures-- > 0) {
            tell(pod, "Failed", 1);
            return;
        }
        try {
            String name = pod.getMetadata().getName();
            Path folder = Files.createDirectories(home.resolve(name));
            List<String> command = new ArrayList<>(List.of(ENTRY_POINT.toString()));
            command.addAll(container.getArgs());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            builder.environment().clear();
            builder.environment().putAll(variables(pod, container, mounted(pod, container, folder)));
            Process process = builder.start();
            running.put(name, process);
            tell(pod, "Running", -1);
            process.onExit().thenAccept(ended -> {
                if (running.containsKey(name)) {
                    tell(pod, ended.exitValue() == 0 ? "Succeeded" : "Failed", ended.exitValue());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the volumes below a folder; tells which path of the container is which here. */
    private Map<String, Path> mounted(Pod pod, Container container, Path folder) throws IOException {
        Map<String, Path> mounted = new TreeMap<>();
        for (VolumeMount mount : container.getVolumeMounts()) {
            Path here = Files.createDirectories(folder.resolve(mount.getName()));
            mounted.put(mount.getMountPath(), here);
            for (Volume volume : pod.getSpec().getVolumes()) {
                if (volume.getName().equals(mount.getName()) && volume.getConfigMap() != null) {
                    ConfigMap map = client.configMaps()
                            .inNamespace(pod.getMetadata().getNamespace())
                            .withName(volume.getConfigMap().getName())
                            .waitUntilCondition(Objects::nonNull, 30, TimeUnit.SECONDS);
                    for (Map.Entry<String, String> file : map.getData().entrySet()) {
                        Files.writeString(here.resolve(file.getKey()), file.getValue());
                    }
                }
            }
        }
        return mounted;
    }

    private Map<String, String> variables(Pod pod, Container container, Map<String, Path> mounted) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("PATH", System.getProperty("java.home") + "/bin" + File.pathSeparator + System.getenv("PATH"));
        variables.put("INGOT_DISTRIBUTION", image.toString());
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() != null) {
                String path = variable.getValueFrom().getFieldRef().getFieldPath();
                variables.put(
                        variable.getName(),
                        Map.of(
                                        "status.podIP",
                                        ADDRESS,
                                        "metadata.name",
                                        pod.getMetadata().getName())
                                .get(path));
            } else if (variable.getValue() != null) {
                Path here = mounted.get(variable.getValue());
                variables.put(variable.getName(), here == null ? variable.getValue() : here.toString());
            }
        }
        return variables;
    }

    /** @param exit how its container has ended; negative while it runs */
    private void tell(Pod pod, String phase, int exit) {
        ContainerStateBuilder state = new ContainerStateBuilder();
        if (exit < 0) {
            state.withNewRunning().endRunning();
        } else {
            state.withNewTerminated().withExitCode(exit).endTerminated();
        }
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .editStatus(now -> new PodBuilder(now)
                        .editOrNewStatus()
                        .withPhase(phase)
                        .withPodIP(ADDRESS)
                        .addNewContainerStatus()
                        .withName(pod.getSpec().getContainers().get(0).getName())
                        .withState(state.build())
                        .endContainerStatus()
                        .endStatus()
                        .build());
    }

    @Override
    public void close() {
        watch.close();
        work.shutdownNow();
        running.values().forEach(Process::destroyForcibly);
    }
}
