package dev.ingot.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {
    private static final ObjectPath A = ObjectPath.of("a");

    @TempDir
    Path root;

    @Override
    protected ObjectStore createStore() {
        return new LocalObjectStore(root);
    }

    @Test
    void aFailedWriteLeavesNothingOnTheDisk() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        ObjectStore store = createStore();
        assertThatThrownBy(() -> store.put(A, broken)).isInstanceOf(IllegalStateException.class);
        store.put(ObjectPath.of("folder/x"), nothing());
        assertThatThrownBy(() -> store.put(ObjectPath.of("folder"), nothing())).isInstanceOf(IOException.class);
        for (String hidden : List.of(".partial", "folder/.partial")) {
            try (Stream<Path> left = Files.list(root.resolve(hidden))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void quickRewritesWithReusedFileNumbersHaveVersionsOfTheirOwn() throws IOException {
        ObjectStore store = createStore();
        Set<String> versions = new HashSet<>();
        for (int time = 0; time < 300; time++) {
            versions.add(store.put(A, nothing()).version());
        }
        assertThat(versions).hasSize(300);
    }

    @Test
    void theFolderOfHalfWrittenFilesIsReserved() {
        for (String reserved : List.of(".partial", ".partial/x", "folder/.partial", "folder/.partial/x")) {
            assertThatIllegalArgumentException().isThrownBy(() -> createStore().head(ObjectPath.of(reserved)));
        }
    }

    @Test
    void aFileIsWrittenInTheFirstFolderOfItsNameWhichMayBeADiskOfItsOwn() throws IOException {
        ObjectStore store = createStore();
        store.put(ObjectPath.of("lake/silver/x"), nothing());
        Files.createFile(root.resolve("lake/.partial/left-by-a-crash"));

        assertThat(root.resolve(".partial")).doesNotExist();
        assertThat(store.list(ObjectPath.of("lake")))
                .extracting(ObjectInfo::path)
                .containsExactly(ObjectPath.of("lake/silver/x"));
    }

    private static InputStream nothing() {
        return new ByteArrayInputStream(new byte[0]);
    }
}
