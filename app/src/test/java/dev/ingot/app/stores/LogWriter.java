package dev.ingot.app.stores;

import dev.ingot.core.config.Settings;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.spark.session.ConditionalLogStore;
import dev.ingot.storage.ObjectStores;
import dev.ingot.storage.server.TestServer;
import io.delta.storage.AzureLogStore;
import io.delta.storage.LogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A process that writes commits by the log store that Delta has from us, without Spark: each takes the next version that is free. */
final class LogWriter {
    private LogWriter() {}

    public static void main(String[] arguments) throws Exception {
        Workers.serve(LogWriter::commit);
    }

    private static String commit(Workers.Task task) throws IOException {
        MountedStore mounted = mounted(task.profile());
        Configuration configuration = configuration(mounted);
        LogStore log = task.profile().server() == TestServer.AZURITE
                ? new AzureLogStore(configuration)
                : new ConditionalLogStore(configuration);
        Path folder = path(mounted, 0).getParent();
        folder.getFileSystem(configuration).mkdirs(folder);
        int version = 0;
        for (int commit = 0; commit < task.commits(); commit++) {
            List<String> content = List.of(content(task.writer(), commit));
            while (!isWritten(log, configuration, path(mounted, version), content)) {
                version++;
            }
            version++;
        }
        return "wrote " + task.commits() + ", refused " + (version - task.commits()) + " times";
    }

    private static boolean isWritten(LogStore log, Configuration configuration, Path path, List<String> content)
            throws IOException {
        try {
            log.write(path, content.iterator(), false, configuration);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    static String content(int writer, int commit) {
        return "writer " + writer + " commit " + commit;
    }

    /** A store as the product mounts it. */
    static MountedStore mounted(ServerProfile profile) {
        return ObjectStores.mounted(Settings.of(java.nio.file.Path.of("."), profile.direct()), profile.store());
    }

    private static Configuration configuration(MountedStore mounted) {
        Configuration configuration = new Configuration();
        mounted.properties().forEach(configuration::set);
        mounted.secrets().get().forEach(configuration::set);
        return configuration;
    }

    private static Path path(MountedStore mounted, int version) {
        return new Path(mounted.root() + "/" + name(version));
    }

    static String name(int version) {
        return "log/_delta_log/%020d.json".formatted(version);
    }
}
