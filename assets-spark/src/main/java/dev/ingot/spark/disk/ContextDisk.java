package dev.ingot.spark.disk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** The same as {@link Disk} for Hadoop's newer interface, through which Delta writes its log. */
public final class ContextDisk extends ChecksumFs {
    public ContextDisk(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(new Raw(configuration));
    }

    private static final class Raw extends DelegateToFileSystem {
        Raw(Configuration configuration) throws IOException, URISyntaxException {
            super(URI.create("file:///"), new RawDisk(), configuration, "file", false);
        }

        /** A file system without a host has no port. */
        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        @Override
        public boolean isValidName(String source) {
            // As Hadoop's own: names are the operating system's business.
            return true;
        }
    }
}
