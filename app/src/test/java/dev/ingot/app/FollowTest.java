package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes: one runs, the other looks on. */
final class FollowTest {
    @TempDir
    private Path folder;

    @Test
    void theLogOfARunIsFollowedByAnotherProcessUntilItEnds() throws Exception {
        Product product = Landed.in(folder);
        try (ChildProcess child = ChildProcess.starts(product.state(), "materialize", "+silver/movielens/movies")) {
            child.says("Run ");
            try (ChildProcess follower = ChildProcess.starts(product.state(), "runs", "logs", "--follow")) {
                follower.says("[1 bronze/movielens/movies] ", " begins: ");
                follower.says("[1 bronze/movielens/movies] ", "stage ", " tasks in ");
                follower.says("[2 silver/movielens/movies] ", " succeeded: ");
                follower.ends().exits(0);
            }
            child.ends().exits(0);
        }
        assertThat(product.types("runs", "logs", "--step", "silver/movielens/movies")
                        .exits(0)
                        .out())
                .contains(" begins: ", "computing", "succeeded: ");
    }
}
