package dev.ingot.dataset.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A data set that its publisher offers to everybody.
 *
 * @param name by which users ask for it
 * @param domain whose files it has
 * @param source where its archive is
 * @param checksum where its publisher states the MD5 of the archive, if anywhere
 * @param about what is in it
 * @param licence under which conditions, and where they are
 */
public record PublicDataset(
        String name, String domain, URI source, Optional<URI> checksum, String about, String licence) {
    /** Of which the four files in the MovieLens layout are wanted. */
    public static final String MOVIELENS = "movielens";

    private static final String GROUPLENS = "https://files.grouplens.org/datasets/movielens/";

    /** All that are known. */
    public static final List<PublicDataset> ALL = List.of(
            movielens("ml-latest-small", "100,000 ratings of 9,000 movies by 600 users; its content changes"),
            movielens("ml-latest", "33 million ratings of 86,000 movies by 330,000 users; its content changes"),
            movielens("ml-20m", "20 million ratings of 27,000 movies by 138,000 users, 1995 to 2015"),
            movielens("ml-25m", "25 million ratings of 62,000 movies by 162,000 users, 1995 to 2019"),
            movielens("ml-32m", "32 million ratings of 88,000 movies by 201,000 users, 1995 to 2023"),
            new PublicDataset(
                    "goodbooks-10k",
                    "books",
                    URI.create("https://github.com/zygmuntz/goodbooks-10k/releases/download/v1.0/goodbooks-10k.zip"),
                    Optional.empty(),
                    "6 million ratings of 10,000 books by 53,000 users",
                    "CC BY-SA 4.0: https://github.com/zygmuntz/goodbooks-10k"));

    private static PublicDataset movielens(String name, String about) {
        URI source = URI.create(GROUPLENS + name + ".zip");
        return new PublicDataset(
                name,
                MOVIELENS,
                source,
                Optional.of(URI.create(source + ".md5")),
                about,
                "for research; to be acknowledged in publications, passed on under the same conditions only, and not used"
                        + " commercially without permission: " + GROUPLENS + name + "-README.html");
    }

    /** The one of this name. */
    public static Optional<PublicDataset> find(String name) {
        return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    /** The same from a folder of another server, which has the files under their publisher's names. */
    public PublicDataset from(URI mirror) {
        URI folder = mirror.getPath().endsWith("/") ? mirror : URI.create(mirror + "/");
        return new PublicDataset(
                name, domain, folder.resolve(file()), checksum.map(uri -> folder.resolve(file(uri))), about, licence);
    }

    /** The name of its archive's file. */
    public String file() {
        return file(source);
    }

    private static String file(URI uri) {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }
}
