package dev.ingot.spark.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.testing.CarelessStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeStoreTest {
    @TempDir
    private Path folder;

    private LakeStore lake(ObjectStore store, boolean shared) {
        MountedStore mounted = new MountedStore(store, "s3a://bucket", Map.of(), Map::of, shared);
        return LakeStore.of(mounted, Optional.empty(), Clock.systemUTC());
    }

    @Test
    void aStoreThatReplacesSilentlyIsRefusedWhenItIsShared() {
        CarelessStore careless = new CarelessStore(new LocalObjectStore(folder));
        assertThatThrownBy(() -> lake(careless, true).ensureSafe())
                .isInstanceOfSatisfying(IngotException.class, refused -> {
                    assertThat(refused.diagnostic().code()).isEqualTo(ErrorCode.UNSAFE_STORE);
                    assertThat(refused).hasMessageContaining("storage.shared=false");
                });
        assertThatCode(() -> lake(careless, false).ensureSafe()).doesNotThrowAnyException();
    }

    @Test
    void aStoreThatRefusesTheSecondWriterIsTriedOnce() throws IOException {
        LakeStore lake = lake(new LocalObjectStore(folder), true);
        lake.ensureSafe();
        lake.ensureSafe();
        assertThat(lake.lake().store().list(ObjectPath.of("ingot-probe"))).isEmpty();
    }

    @Test
    void tablesLieBesideTheLandingZoneOrInAFolderOfTheirOwn() {
        LakeStore beside = lake(new LocalObjectStore(folder), true);
        assertThat(beside.lake().resolve("gold/a/b").uri()).isEqualTo("s3a://bucket/lake/gold/a/b");
        assertThat(beside.lake().resolve("gold/a/b").path()).isEqualTo(ObjectPath.of("lake/gold/a/b"));
        LakeStore apart = LakeStore.of(beside.mounted(), Optional.of(folder), Clock.systemUTC());
        assertThat(apart.lake().uri()).isEqualTo("file:" + folder);
        assertThat(apart.lake()).hasToString(folder.toString());
    }
}
