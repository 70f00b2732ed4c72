package dev.ingot.app.crash;

import dev.ingot.app.crash.DatabaseTrap.Aftermath;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * When a process is to be killed.
 *
 * @param text for people
 * @param trap meets the moment, in this state folder
 */
record Kill(String text, Setting trap) {
    /** Sets a trap in a state folder. */
    interface Setting {
        Trap set(Path state) throws Exception;
    }

    /** Files whose appearance is a moment, by what people call them. */
    enum Appearance {
        /** A step writes rows that nobody sees. */
        ROWS("lake", "part-.*\\.parquet", 60),
        /** A commit is being written; it is moved to its name when it is whole. */
        COMMITTING("lake", "\\.[0-9]{20}\\.json\\..*", 15),
        /** A commit is there, and nobody has been told. */
        COMMITTED("lake", "[0-9]{20}\\.json", 15),
        /** The server's programs are unpacked, and its folder is made. */
        SERVER("postgres", "initdb|PG_VERSION|data\\.unfinished-.*|pg_wal|global|postgresql\\.conf|data", 5),
        /** The server starts, or is started again. */
        STARTING("postgres", "postmaster\\.(pid|opts)", 2);

        private final String folder;
        private final Pattern name;
        /** About as many as appear while a process works. */
        private final int most;

        Appearance(String folder, String name, int most) {
            this.folder = folder;
            this.name = Pattern.compile(name);
            this.most = most;
        }

        FileTrap set(Path state, long n) throws Exception {
            return new FileTrap(state.resolve(folder), name, n);
        }
    }

    static Kill at(Place place, long n, Aftermath aftermath) {
        String text = place.text() + " " + n + " " + aftermath.name().toLowerCase(Locale.ROOT);
        return new Kill(text, state -> DatabaseTrap.set(state, place, n, aftermath));
    }

    static Kill at(Appearance file, long n) {
        return new Kill(file.name().toLowerCase(Locale.ROOT) + " file " + n, state -> file.set(state, n));
    }

    static Kill after(long millis) {
        return new Kill(millis + " ms", state -> Trap.after(millis));
    }

    /**
     * How much of everything there is in a run that nobody disturbs.
     *
     * @param places how often each place is passed
     * @param millis how long it takes
     */
    record Census(Map<Place, Long> places, long millis) {
        Census {
            places = new EnumMap<>(places);
        }
    }

    /** One of all the moments: a third in the database, a third by files, a third at any time. */
    static Kill random(Random random, Census census) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                Place place = any(random, Place.values());
                long most = Math.max(1, census.places().getOrDefault(place, 1L));
                yield at(place, 1 + random.nextLong(most), any(random, Aftermath.values()));
            }
            case 1 -> {
                Appearance file = any(random, Appearance.values());
                yield at(file, 1 + random.nextInt(file.most));
            }
            default -> after(random.nextLong(census.millis()));
        };
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
