package dev.ingot.dataset.sample.internal;

/** Makes titles of movies that do not exist, in all the shapes that titles of real ones have. */
final class Titles {
    private static final String[] ADJECTIVES = words(
            "Silent Golden Crooked Distant Burning Hollow Electric Forgotten Gentle Iron Broken Scarlet Midnight Restless"
                    + " Paper Frozen Lonely Wandering Hidden Borrowed Velvet Bitter Stolen Invisible Savage Tender Northern"
                    + " Second Last Impossible Quiet Painted Reckless Sleeping Endless Brave Rusty Honest Secret Tall");
    private static final String[] NOUNS = words(
            "Harbour Orchard Lantern River Clockmaker Garden Station Winter Bridge Mirror Soldier Valley Letter Dancer"
                    + " Island Horizon Detective Kingdom Carnival Lighthouse Stranger Summer Thief Piano Mountain Shadow"
                    + " Promise Highway Machine Sparrow Voyage Widow Circus Desert Robot Sister Fortune Teacher Storm Wolf");
    private static final String[] NAMES = words(
            "Martin Clara Oscar Edith Samuel Nora Victor Ingrid Leo Harriet Tomas Beatrice Felix Agnes Roman Sylvia");
    private static final String[] PLACES =
            words("Lisbon Trieste Cairo Montana Vienna Havana Bergen Shanghai Dakota Naples Quebec Odessa");
    private static final String[] VERBS =
            words("Chasing Leaving Finding Losing Stealing Remembering Painting Crossing");
    private static final String[] NUMBERS = words("300 21 77 1001 12 40 99");
    private static final String[] PLURALS = words("Nights Days Letters Brothers Bridges Promises Roads Secrets");
    private static final String[] FOREIGN = {
        "Été à la ferme, Un",
        "Über den Dächern",
        "Niño del puente, El",
        "Château de verre, Le",
        "Långa natten, Den",
        "Señora García",
        "Cœurs perdus",
        "Město a moře",
        "Łódź o świcie",
        "Ночной вокзал",
        "夜の灯台",
        "Öde Land, Das"
    };
    private static final String[] ORIGINALS = {
        "Puerto callado, El",
        "Dernier train, Le",
        "Uhrmacher, Der",
        "Giardino segreto, Il",
        "a.k.a. The Long Way",
        "Part Two"
    };

    private Titles() {}

    /** A title with its year, such as {@code Silent Harbour, The (1994)}. */
    static String title(Chance chance, int year) {
        String name = name(chance);
        String dated = chance.happens(0.006) ? name : name + " (" + year + ")";
        return chance.happens(0.004) ? dated + " " : dated;
    }

    private static String name(Chance chance) {
        double shape = chance.unit();
        if (shape < 0.010) {
            return "(" + chance.one(NUMBERS) + ") " + plural(chance) + " of " + chance.one(NOUNS);
        }
        if (shape < 0.030) {
            return plain(chance) + " (" + chance.one(ORIGINALS) + ")";
        }
        if (shape < 0.034) {
            return "\"" + chance.one(ADJECTIVES) + "\" " + chance.one(NAMES) + " and the " + chance.one(NOUNS);
        }
        if (shape < 0.055) {
            return chance.one(FOREIGN) + (chance.happens(0.5) ? " " + (2 + chance.below(4)) : "");
        }
        return plain(chance);
    }

    private static String plain(Chance chance) {
        return switch (chance.below(8)) {
            case 0, 1 -> chance.one(ADJECTIVES) + " " + chance.one(NOUNS) + ", The";
            case 2 -> chance.one(NOUNS) + " of " + chance.one(PLACES) + ", The";
            case 3 -> chance.one(NAMES) + "'s " + chance.one(NOUNS);
            case 4 -> chance.one(VERBS) + " " + chance.one(NAMES);
            case 5 -> chance.one(ADJECTIVES) + " " + plural(chance) + " in " + chance.one(PLACES);
            case 6 -> chance.one(NAMES) + " and the " + chance.one(ADJECTIVES) + " " + chance.one(NOUNS);
            default -> chance.one(ADJECTIVES) + " " + chance.one(NOUNS);
        };
    }

    private static String plural(Chance chance) {
        return chance.one(PLURALS);
    }

    private static String[] words(String text) {
        return text.split(" ");
    }
}
