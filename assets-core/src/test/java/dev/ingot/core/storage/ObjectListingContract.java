package dev.ingot.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store promises about names and lists. */
abstract class ObjectListingContract extends StoreFixture {
    @Test
    void listingGoesDeepStaysInsideTheFolderAndIsOrderedByTheWholePath() throws IOException {
        List<String> inside =
                List.of("f/a-b", "f/a.b", "f/a/b", "f/a/b.c", "f/a0", "f/b/1/2/3/4", "f/é", "f/\uFFFDx", "f/😀");
        for (String path : List.of("f-g/x", "f.g", "fa", "ff/f/a", "g/f/a", "F/a")) {
            store.put(ObjectPath.of(path), stream(path));
        }
        List<String> shuffled = new ArrayList<>(inside);
        Collections.reverse(shuffled);
        for (String path : shuffled) {
            store.put(ObjectPath.of(path), stream(path));
        }
        assertThat(paths("f")).isEqualTo(inside);
        assertThat(paths("f/a")).containsExactly("f/a/b", "f/a/b.c");
        assertThat(paths("f/none")).isEmpty();
        for (ObjectInfo info : store.list(ObjectPath.of("f"))) {
            assertThat(store.head(info.path())).contains(info);
        }
    }

    @Test
    void listingIsCompleteBeyondAPage() throws Exception {
        List<String> expected = new ArrayList<>();
        List<Callable<Object>> work = new ArrayList<>();
        for (int tens = 0; tens < 11; tens++) {
            int first = tens * 100;
            work.add(() -> {
                for (int number = first; number < first + 100; number++) {
                    store.put(ObjectPath.of("many/%04d".formatted(number)), stream(""));
                }
                return first;
            });
            for (int number = first; number < first + 100; number++) {
                expected.add("many/%04d".formatted(number));
            }
        }
        atOnce(work);
        assertThat(paths("many")).isEqualTo(expected);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            expected.add("pages/%02d/x".formatted(number));
            store.put(ObjectPath.of(expected.get(number)), stream(""));
        }
        store.put(ObjectPath.of("pages-beside/x"), stream(""));
        List<String> found = new ArrayList<>();
        Optional<String> from = Optional.empty();
        int pages = 0;
        do {
            ObjectPage page = store.page(ObjectPath.of("pages"), from, 5);
            assertThat(page.objects()).hasSizeLessThanOrEqualTo(5);
            page.objects().forEach(info -> found.add(info.path().text()));
            from = page.next();
            pages++;
        } while (from.isPresent());
        assertThat(found).isEqualTo(expected);
        assertThat(pages).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b/c d.txt",
                "year=1997/part-0.parquet",
                "a%20b",
                "a+b",
                "a~b",
                "ü/→/😀",
                "'\"`",
                "a#b?c&d=e;f",
                ".hidden/.x",
                "..a/b..",
                "a:b@c",
                "[x]{y}(z)!$^,*|<>",
                "_delta_log/00000000000000000000.json"
            })
    void namesAreTakenAsTheyAre(String name) throws IOException {
        ObjectPath path = ObjectPath.of("names/" + name);
        store.put(path, stream(name));
        assertThat(text(path)).isEqualTo(name);
        assertThat(paths("names")).containsExactly(path.text());
        store.delete(path);
        assertThat(paths("names")).isEmpty();
    }

    @Test
    void aFolderIsNoObject() throws IOException {
        store.put(ObjectPath.of("folder/deep/x"), stream("x"));
        assertThat(store.head(ObjectPath.of("folder"))).isEmpty();
        assertThat(store.head(ObjectPath.of("folder/deep"))).isEmpty();
        assertThatThrownBy(() -> store.get(ObjectPath.of("folder"))).isInstanceOf(NoSuchFileException.class);
        store.delete(ObjectPath.of("folder"));
        store.delete(ObjectPath.of("folder/deep"));
        assertThat(paths("folder")).containsExactly("folder/deep/x");
    }

    @Test
    void nothingIsBelowAnObject() throws IOException {
        store.put(A, stream("a"));
        ObjectPath below = A.resolve("x");
        assertThat(store.list(A)).isEmpty();
        assertThat(store.head(below)).isEmpty();
        assertThatThrownBy(() -> store.get(below)).isInstanceOf(NoSuchFileException.class);
        store.delete(below);
        assertThat(text(A)).isEqualTo("a");
    }
}
