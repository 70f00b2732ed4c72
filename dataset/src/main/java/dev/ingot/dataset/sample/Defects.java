package dev.ingot.dataset.sample;

import dev.ingot.dataset.sample.internal.Chance;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides where defective rows go in one file and counts them by rule.
 *
 * <p>The kinds take turns, so that each occurs in any file that is not tiny. All chance is of a stream of its own, so that
 * the good rows are the same with and without defects.
 */
final class Defects {
    private final Chance chance;
    private final double share;
    private final Defect[] turns;
    private final EnumMap<Defect, Long> counts = new EnumMap<>(Defect.class);
    private int turn;

    Defects(Chance chance, double share, Defect... turns) {
        this.chance = chance;
        this.share = share;
        this.turns = turns;
        for (Defect defect : turns) {
            counts.put(defect, 0L);
        }
    }

    /** The chance with which to make the defective row up. */
    Chance chance() {
        return chance;
    }

    /** The defect of an extra row to write beside the present good one, or null for none; it is counted at once. */
    @Nullable
    Defect next() {
        if (share == 0 || !chance.happens(share)) {
            return null;
        }
        Defect defect = turns[turn];
        turn = (turn + 1) % turns.length;
        counts.merge(defect, 1L, Long::sum);
        return defect;
    }

    /** The counts by rule name, in the order of the rules, zeros included. */
    Map<String, Long> counts() {
        Map<String, Long> byName = new LinkedHashMap<>();
        counts.forEach((defect, count) -> byName.put(defect.ruleName(), count));
        return byName;
    }
}
