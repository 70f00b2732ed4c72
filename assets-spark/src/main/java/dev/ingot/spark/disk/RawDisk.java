package dev.ingot.spark.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Sets permissions itself. Without its native library Hadoop starts {@code chmod} for every file that it makes. */
public final class RawDisk extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        java.nio.file.Path file = pathToFile(path).toPath();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix") || permission.getStickyBit()) {
            super.setPermission(path, permission);
            return;
        }
        String letters = permission.getUserAction().SYMBOL
                + permission.getGroupAction().SYMBOL
                + permission.getOtherAction().SYMBOL;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(letters));
    }
}
