package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project in which a sample has landed, and whose database is there: made once, and copied for each test that begins with one. */
public final class Landed {
    /** Small, with every layer in it. */
    public static final SampleSettings SAMPLE = new SampleSettings(3, 1_000, 0.01);

    private Landed() {}

    /** Made when it is first asked for, gone with this JVM. */
    private static final class Original {
        private static final Path STATE = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("ingot-landed");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> runs("rm", "-rf", folder.toString())));
                Product product = new Product(folder);
                product.lands(SAMPLE);
                product.types("runs", "list").exits(0);
                return product.state();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A copy of its own below this folder. */
    public static Product in(Path folder) {
        Product product = new Product(folder);
        copy(Original.STATE, product.state());
        return product;
    }

    /** With the owners of the files, and with their times, which belong to their versions. */
    public static void copy(Path state, Path to) {
        assertThat(runs("cp", "-a", state.toString(), to.toString())).isZero();
    }

    private static int runs(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
