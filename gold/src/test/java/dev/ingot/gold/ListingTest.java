package dev.ingot.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ListingTest {
    private final ClassLoader sparkless = new SparklessLoader();

    @Test
    void theGraphIsSoundAndLoadsNoClassOfSpark() throws ReflectiveOperationException {
        Object listing = sparkless
                .loadClass(Listing.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertThat(((Supplier<?>) listing).get())
                .isEqualTo(List.of(
                        "bronze/movielens/links",
                        "bronze/movielens/movies",
                        "bronze/movielens/ratings",
                        "bronze/movielens/tags",
                        "silver/movielens/movies",
                        "silver/movielens/links",
                        "silver/movielens/ratings",
                        "silver/movielens/tags",
                        "gold/movielens/genre_stats",
                        "gold/movielens/movie_stats",
                        "gold/movielens/movie_year_stats",
                        "gold/movielens/movies_per_year",
                        "gold/movielens/user_stats"));
    }

    @Test
    void theTestWouldNotice() {
        assertThatThrownBy(() -> sparkless.loadClass("org.apache.spark.sql.Dataset"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    /** Loads Ingot's classes itself, so that what they refer to is asked of it too. */
    private static final class SparklessLoader extends ClassLoader {
        SparklessLoader() {
            super(ListingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.apache.spark.")) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null || !name.startsWith("dev.ingot.")) {
                    return loaded != null ? loaded : super.loadClass(name, resolve);
                }
                return define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
