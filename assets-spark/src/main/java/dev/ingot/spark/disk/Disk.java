package dev.ingot.spark.disk;

import org.apache.hadoop.fs.LocalFileSystem;

/** The file system {@code file:} with checksums, over {@link RawDisk}. */
public final class Disk extends LocalFileSystem {
    public Disk() {
        super(new RawDisk());
    }
}
