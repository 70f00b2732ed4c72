package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** From text to types: null where the text is not what it should be. */
final class Parsing {
    /** The last second of the year 9999. What is later is no second but most likely a millisecond. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final String BLANKS_AROUND = "(?U)^\\s+|\\s+$";

    private Parsing() {}

    /** A whole number that fits an int; negative ones and zero too. */
    static Column integer(String column) {
        return col(column).try_cast("int");
    }

    /** A point in time from the seconds since 1970, which must be positive. */
    static Column time(String column) {
        Column seconds = col(column).try_cast("bigint");
        return when(seconds.between(1, LAST_SECOND), timestamp_seconds(seconds));
    }

    /** The text without blanks around it, of whatever alphabet. */
    static Column stripped(Column text) {
        return regexp_replace(text, BLANKS_AROUND, "");
    }
}
