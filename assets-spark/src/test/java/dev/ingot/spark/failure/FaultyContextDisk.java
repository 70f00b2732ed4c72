package dev.ingot.spark.failure;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** The same as {@link FaultyDisk} for Hadoop's newer interface, through which Delta writes its log. */
public final class FaultyContextDisk extends DelegateToFileSystem {
    public FaultyContextDisk(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(FaultyDisk.ROOT, new FaultyDisk(), configuration, FaultyDisk.SCHEME, false);
    }

    @Override
    public int getUriDefaultPort() {
        return -1;
    }
}
