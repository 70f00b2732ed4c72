package dev.ingot.core.selection;

/** Which letters the words of the language are made of. */
final class Letters {
    private Letters() {}

    static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Of keys and patterns. */
    static boolean isName(int letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || isDigit(letter)
                || "_-/*.".indexOf(letter) >= 0;
    }

    /** Of values that need no quotes. */
    static boolean isValue(int letter) {
        return isName(letter) || letter == '=';
    }

    /** Of partitions and ranges of them. */
    static boolean isPartition(int letter) {
        return isName(letter) && letter != '/' || "~%|".indexOf(letter) >= 0;
    }
}
