package dev.ingot.bronze.landing;

import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.FileSet;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.archive.CsvArchive;
import dev.ingot.dataset.fetch.Checksums;
import dev.ingot.dataset.fetch.Download;
import dev.ingot.dataset.fetch.FetchException;
import dev.ingot.dataset.fetch.PublicDataset;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings public data sets from their publishers into the landing zone. What has been transferred is kept in the state folder
 * until it has landed. Thread-safe.
 */
public final class PublishedLanding {
    /** {@code dataset.mirror} */
    public static final Setting<Optional<URI>> MIRROR = new Setting<>(
            "dataset.mirror",
            "",
            false,
            "The URL of a folder with the archives that dataset fetch asks for, in place of their publishers.",
            PublishedLanding::mirror);

    private final LandingZone zone;
    private final MovieLensLanding movieLens;
    private final Settings settings;

    @Inject
    PublishedLanding(LandingZone zone, MovieLensLanding movieLens, Settings settings) {
        this.zone = zone;
        this.movieLens = movieLens;
        this.settings = settings;
    }

    /**
     * What has been brought.
     *
     * @param landed what has landed of it
     * @param checksums of the archive
     * @param published whether its publisher states the same
     */
    public record Fetched(LandedSet landed, Checksums checksums, boolean published) {}

    /**
     * Brings one, checks it, and makes it its domain's landed set.
     *
     * @throws IngotException with code {@code unreachable-publisher}, {@code invalid-dataset}, {@code disk-full} or
     *     {@code storage-failed}
     */
    public Fetched fetch(PublicDataset published, Download.Limits limits, Download.Listener listener) {
        PublicDataset dataset = settings.get(MIRROR).map(published::from).orElse(published);
        Path file = settings.state().toAbsolutePath().resolve("downloads").resolve(dataset.file());
        try {
            Optional<String> stated = dataset.checksum().flatMap(uri -> Checksums.published(uri, limits.patience()));
            Path archive = new Download(limits, listener).bring(dataset.source(), file);
            Checksums checksums = Checksums.of(archive);
            if (stated.isPresent() && !stated.get().equals(checksums.md5())) {
                Download.forget(file);
                throw new FetchException(
                        FetchException.Kind.WRONG_CHECKSUM,
                        "its MD5 is " + checksums.md5() + ", and the publisher states " + stated.get(),
                        null);
            }
            LandedSet landed = land(dataset, file, archive);
            Download.forget(file);
            return new Fetched(landed, checksums, stated.isPresent());
        } catch (FetchException e) {
            throw FetchErrors.of(dataset, file, e);
        } catch (IOException e) {
            throw StorageErrors.unwritable(file.toString(), e);
        }
    }

    private LandedSet land(PublicDataset dataset, Path file, Path archive) throws IOException {
        try {
            String origin = dataset.source().toString();
            return dataset.domain().equals(MovieLensLanding.DOMAIN)
                    ? movieLens.load(archive, origin)
                    : land(dataset.domain(), origin, archive);
        } catch (IngotException e) {
            if (e.diagnostic().code() == ErrorCode.INVALID_DATASET) {
                // Otherwise the next try would go on with it.
                Download.forget(file);
            }
            throw e;
        }
    }

    /** All files as they are: nobody here knows what has to be in them. */
    private LandedSet land(String domain, String origin, Path archive) {
        try {
            CsvArchive csv = CsvArchive.open(archive);
            Map<String, LandingZone.Content> contents = new LinkedHashMap<>();
            csv.names().forEach(name -> contents.put(name, () -> csv.open(name)));
            FileSet set = zone.replace(domain, origin, contents);
            return new LandedSet(set, Map.of());
        } catch (DatasetException e) {
            throw LandingErrors.invalid(archive, e);
        } catch (IOException e) {
            throw StorageErrors.unwritable("the landing zone", e);
        }
    }

    private static Optional<URI> mirror(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.strip());
        if (uri.getHost() == null || !"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "it is not the URL of a folder, such as https://files.example.org/data/");
        }
        return Optional.of(uri);
    }
}
