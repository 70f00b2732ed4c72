package dev.ingot.spark.session;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Delta's logs on S3, written by any number of drivers: the server decides who makes a file. Delta makes it by its name.
 *
 * <p>The one that it is made of looks whether there is a file and then writes it, and so does S3A's <em>create</em>: of two
 * drivers that look at once, the slower replaces the commit of the other. S3A sends a condition with the PUT only if it must.
 */
public final class ConditionalLogStore extends S3SingleDriverLogStore {
    private static final String CONDITION = "fs.option.create.conditional.overwrite";

    /** For Delta. */
    public ConditionalLogStore(Configuration configuration) {
        super(configuration);
    }

    @Override
    public void write(Path path, Iterator<String> lines, Boolean overwrite, Configuration configuration)
            throws IOException {
        if (overwrite) {
            super.write(path, lines, true, configuration);
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEachRemaining(line -> text.append(line).append('\n'));
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        FileSystem store = path.getFileSystem(configuration);
        try {
            create(store, path, content);
        } catch (IOException e) {
            if (!isOurs(store, path, content, e)) {
                throw e;
            }
        }
    }

    private static void create(FileSystem store, Path path, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = store.createFile(path);
        builder.overwrite(false).recursive();
        builder.must(CONDITION, true);
        FSDataOutputStream file = builder.build();
        try {
            file.write(content);
        } catch (IOException | RuntimeException e) {
            // Closing it would show the half.
            file.abort();
            throw e;
        }
        file.close();
    }

    /**
     * Whether the file is there in spite of the failure, and what we wrote: then only the reply was lost. Each commit has
     * an id in it, so nobody else's is the same.
     *
     * @throws FileAlreadyExistsException if it is somebody else's, as Delta wants to be told
     */
    private static boolean isOurs(FileSystem store, Path path, byte[] content, IOException failure) throws IOException {
        byte[] found;
        try {
            if (!store.exists(path)) {
                return false;
            }
            try (InputStream file = store.open(path)) {
                found = file.readAllBytes();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
        if (Arrays.equals(found, content)) {
            return true;
        }
        FileAlreadyExistsException taken = new FileAlreadyExistsException(path.toString());
        taken.initCause(failure);
        throw taken;
    }
}
