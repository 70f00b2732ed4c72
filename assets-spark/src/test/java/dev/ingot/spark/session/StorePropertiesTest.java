package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.spark.lake.LakeStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark is told of a store; that it holds on real servers is proved by the product's tests. */
class StorePropertiesTest {
    private static final String LOG_STORE = "spark.delta.logStore.s3a.impl";

    @TempDir
    private Path folder;

    private StoreProperties properties(boolean shared) {
        MountedStore store = new MountedStore(
                new LocalObjectStore(folder), "s3a://bucket", Map.of("fs.s3a.endpoint", "here"), Map::of, shared);
        return new StoreProperties(LakeStore.of(store, Optional.empty(), Clock.systemUTC()));
    }

    @Test
    void aStoreOfSeveralDriversHasALogStoreMadeForThem() {
        assertThat(properties(true).binding(Map.of())).containsEntry(LOG_STORE, ConditionalLogStore.class.getName());
        assertThat(properties(false).binding(Map.of()))
                .containsEntry(LOG_STORE, "io.delta.storage.S3SingleDriverLogStore");
    }

    @Test
    void moreCanBeHiddenButNotLess() {
        assertThat(properties(true).binding(Map.of("spark.redaction.regex", "(?i)mine")))
                .hasEntrySatisfying(
                        "spark.redaction.regex", hidden -> assertThat(hidden).contains("secret", "mine"));
        assertThat(properties(true).visible()).containsExactly(Map.entry("spark.hadoop.fs.s3a.endpoint", "here"));
    }

    @Test
    void aFileSystemThatDoesNotKnowTheConditionIsNotWrittenTo() {
        Configuration configuration = new Configuration();
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path("file:" + folder.resolve("0.json"));
        assertThatThrownBy(() -> new ConditionalLogStore(configuration)
                        .write(file, List.of("commit").iterator(), false, configuration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fs.option.create.conditional.overwrite");
        assertThat(folder).isEmptyDirectory();
    }
}
