package dev.ingot.core.storage;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.storage.FileSet.LandedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where raw files arrive, in complete sets: {@code landing/DOMAIN/sets/VERSION/FILE}, and {@code landing/DOMAIN/current.json}
 * that names the set in force. A set is replaced by replacing that one object, so two loads never mix.
 */
public final class LandingZone {
    private static final ObjectPath ROOT = ObjectPath.of("landing");
    private static final String MANIFEST = "current.json";

    private final ObjectStore store;
    private final Clock clock;

    public LandingZone(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Opens a file to be landed. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /** The domains of which something has landed, in alphabetical order. */
    public List<String> domains() throws IOException {
        int start = ROOT.text().length() + 1;
        return store.list(ROOT).stream()
                .map(object -> object.path().text().substring(start))
                .filter(path -> path.indexOf('/') == path.length() - MANIFEST.length() - 1 && path.endsWith(MANIFEST))
                .map(path -> path.substring(0, path.indexOf('/')))
                .toList();
    }

    /** The set in force, if any has landed. */
    public Optional<FileSet> current(String domain) throws IOException {
        ObjectPath manifest = manifest(domain);
        if (store.head(manifest).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = store.get(manifest)) {
            return Optional.of(FileSetJson.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** The content of a landed file; to be closed. */
    public InputStream open(LandedFile file) throws IOException {
        return store.get(file.object());
    }

    /** The versions of the landed files as they are from now on, whatever is loaded later. */
    public LandedVersions versions() {
        return new LandedVersions(this);
    }

    /**
     * Makes these files the domain's set in force. Until the last step nobody sees any of them; the set before it is removed
     * afterwards.
     *
     * <p>A load that fails leaves the set before it in force, and removes what it had written.
     *
     * @param files by name, such as {@code ratings.csv}
     */
    public FileSet replace(String domain, String origin, Map<String, Content> files) throws IOException {
        Optional<FileSet> before = current(domain);
        String version = UlidCreator.getMonotonicUlid(clock.millis()).toLowerCase();
        ObjectPath folder = ROOT.resolve(domain).resolve("sets").resolve(version);
        FileSet set;
        try {
            set = new FileSet(domain, version, origin, clock.instant(), land(folder, files));
            byte[] manifest = FileSetJson.print(set).getBytes(StandardCharsets.UTF_8);
            store.put(manifest(domain), new ByteArrayInputStream(manifest));
        } catch (IOException | RuntimeException e) {
            removeUnlessInForce(domain, version, folder, e);
            throw e;
        }
        if (before.isPresent()) {
            for (LandedFile old : before.get().files()) {
                store.delete(old.object());
            }
        }
        return set;
    }

    /** Removes all that has landed of a domain. The manifest goes first: from then on nobody looks for the files. */
    public void remove(String domain) throws IOException {
        store.delete(manifest(domain));
        removeAll(ROOT.resolve(domain));
    }

    private void removeAll(ObjectPath folder) throws IOException {
        for (ObjectInfo object : store.list(folder)) {
            store.delete(object.path());
        }
    }

    /** The last step may have succeeded and still have failed for us: what is in force stays. */
    private void removeUnlessInForce(String domain, String version, ObjectPath folder, Exception failure) {
        try {
            if (current(domain).map(FileSet::version).filter(version::equals).isEmpty()) {
                removeAll(folder);
            }
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private List<LandedFile> land(ObjectPath folder, Map<String, Content> files) throws IOException {
        List<LandedFile> landed = new ArrayList<>();
        for (Map.Entry<String, Content> file : new TreeMap<>(files).entrySet()) {
            landed.add(land(file.getKey(), folder.resolve(file.getKey()), file.getValue()));
        }
        return landed;
    }

    private LandedFile land(String name, ObjectPath object, Content content) throws IOException {
        Sha256 hash = new Sha256();
        try (InputStream stream = hash.through(content.open())) {
            ObjectInfo info = store.put(object, stream);
            return new LandedFile(name, object, info.size(), hash.hex());
        }
    }

    private static ObjectPath manifest(String domain) {
        return ROOT.resolve(domain).resolve(MANIFEST);
    }
}
