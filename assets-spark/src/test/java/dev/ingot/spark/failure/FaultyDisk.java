package dev.ingot.spark.failure;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local disk under the scheme {@code faulty}; each call is one of those that {@link Faults} counts. */
public final class FaultyDisk extends FileSystem {
    static final String SCHEME = "faulty";
    static final URI ROOT = URI.create(SCHEME + ":///");

    private final RawLocalFileSystem disk = new RawLocalFileSystem();

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(ROOT, configuration);
        setConf(configuration);
        disk.initialize(URI.create("file:///"), configuration);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return ROOT;
    }

    private static Path inner(Path path) {
        return new Path("file", null, path.toUri().getPath());
    }

    private static FileStatus outer(FileStatus status) {
        FileStatus outer = new FileStatus(
                status.getLen(),
                status.isDirectory(),
                status.getReplication(),
                status.getBlockSize(),
                status.getModificationTime(),
                new Path(SCHEME, "", status.getPath().toUri().getPath()));
        return outer;
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        return Faults.in("open " + path.getName(), () -> disk.open(inner(path), buffer));
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        return Faults.in(
                "create " + path.getName(),
                () -> disk.create(inner(path), overwrite, buffer, replication, block, progress));
    }

    @Override
    public FSDataOutputStream append(Path path, int buffer, Progressable progress) {
        throw new UnsupportedOperationException("append");
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return Faults.in("rename to " + to.getName(), () -> disk.rename(inner(from), inner(to)));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return Faults.in("delete " + path.getName(), () -> disk.delete(inner(path), recursive));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        return Faults.in(
                "list " + path.getName(),
                () -> Arrays.stream(disk.listStatus(inner(path)))
                        .map(FaultyDisk::outer)
                        .toArray(FileStatus[]::new));
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return Faults.in("make " + path.getName(), () -> disk.mkdirs(inner(path)));
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return Faults.in("look at " + path.getName(), () -> outer(disk.getFileStatus(inner(path))));
    }

    @Override
    public void setWorkingDirectory(Path path) {}

    @Override
    public Path getWorkingDirectory() {
        return new Path(ROOT);
    }
}
