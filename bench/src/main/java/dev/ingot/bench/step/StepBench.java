package dev.ingot.bench.step;

import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Steps that do nothing, one after the other, each because of the one before, and several at once, in turns with rows that are
 * inserted one by one, each in a transaction of its own on the same server. Prints milliseconds.
 */
public final class StepBench {
    /** From the end of one step to the end of the next, in the newest run. */
    private static final String GAPS = """
            SELECT extract(epoch FROM at - lag(at) OVER (ORDER BY event_id)) * 1000 FROM ingot.run_event
            WHERE run_id = (SELECT max(run_id COLLATE "C") FROM ingot.run) AND step_status = 'succeeded'
            """;

    private StepBench() {}

    /** @param arguments the state folder, the number of steps of a run, and of the turns */
    public static void main(String[] arguments) throws SQLException {
        Path state = Path.of(arguments[0]);
        int steps = Integer.parseInt(arguments[1]);
        int turns = Integer.parseInt(arguments[2]);
        Idle project = new Idle(state, steps, Duration.ZERO, Idle.Shape.LOOSE);
        Idle chain = new Idle(state, steps, Duration.ZERO, Idle.Shape.CHAIN);
        try (EmbeddedPostgres server = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(state));
                Connection connection = connect(server.connection())) {
            // The code of the first is still cold, and the server's files are new.
            project.types(1, "materialize");
            chain.types(1, "materialize");
            commits(connection, steps);
            for (int turn = 0; turn < turns; turn++) {
                print("commit", commits(connection, steps));
                long began = System.nanoTime();
                project.types(1, "materialize", "--force");
                print("command", List.of(millis(began) / steps));
                List<Double> gaps = gaps(connection);
                print("step", gaps);
                print("step-mean", List.of(mean(gaps)));
                chain.types(1, "materialize", "--force");
                print("step-of-chain", gaps(connection));
                project.types(4, "materialize", "--force");
                print("step-of-four", List.of(mean(gaps(connection))));
            }
        }
    }

    private static Connection connect(ConnectionSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(), settings.user(), settings.password().value());
    }

    private static List<Double> commits(Connection connection, int count) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("DROP TABLE IF EXISTS public.bare");
            create.execute("CREATE TABLE public.bare (id int PRIMARY KEY, at timestamptz DEFAULT now(), what text)");
        }
        List<Double> millis = new ArrayList<>();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO public.bare (id, what) VALUES (?, ?)")) {
            for (int row = 0; row < count; row++) {
                long began = System.nanoTime();
                insert.setInt(1, row);
                insert.setString(2, "about as long as what one event of a step has to say, status and message");
                insert.executeUpdate();
                millis.add(millis(began));
            }
        }
        return millis;
    }

    private static List<Double> gaps(Connection connection) throws SQLException {
        List<Double> gaps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(GAPS)) {
            while (rows.next()) {
                double gap = rows.getDouble(1);
                if (!rows.wasNull()) {
                    gaps.add(gap);
                }
            }
        }
        return gaps;
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static double mean(List<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static void print(String name, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s %.4f %.4f%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100));
    }
}
