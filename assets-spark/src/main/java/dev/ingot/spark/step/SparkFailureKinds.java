package dev.ingot.spark.step;

import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.FailureKinds;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.RootCause;
import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what kind of thing went wrong in a step that computes with Spark. By the names of classes, for no class of Spark may be
 * loaded; the driver knows some failures of tasks by their text alone.
 */
public final class SparkFailureKinds {
    private static final Pattern RAN_OUT = Pattern.compile(
            "ExecutorLostFailure|OutOfMemoryError|SparkOutOfMemoryError|UNABLE_TO_ACQUIRE_MEMORY|No space left on device"
                    + "|GC overhead limit exceeded|Container killed");
    private static final Pattern WAS_AWAY = Pattern.compile(
            "FetchFailed|MetadataFetchFailed|Connection (reset|refused)|ConnectException|SocketException|SocketTimeoutException"
                    + "|RpcTimeoutException|UnknownHostException|DeltaConcurrentModification|ConcurrentAppend|ConcurrentDelete"
                    + "|ConcurrentTransaction|ConcurrentWrite|MetadataChangedException|ProtocolChangedException"
                    // S3A and ABFS, after the requests that they send again themselves.
                    + "|AWS(ClientIO|NoResponse|ApiCallTimeout|ServiceThrottled|Status500)Exception|HttpChannelEOFException"
                    + "|Operation failed: .*, 50[03],");
    private static final Pattern ON_ROWS = Pattern.compile(
            "ArithmeticException|DateTimeException|NumberFormatException|CAST_INVALID_INPUT|CAST_OVERFLOW|DIVIDE_BY_ZERO"
                    + "|ARITHMETIC_OVERFLOW|INVALID_ARRAY_INDEX|NULL_NOT_EXPECTED|NOT_NULL_ASSERT_VIOLATION|MALFORMED_RECORD"
                    + "|DELTA_NOT_NULL_CONSTRAINT_VIOLATED|DELTA_VIOLATE_CONSTRAINT|USER_RAISED_EXCEPTION");
    private static final Pattern DEFINITION = Pattern.compile("AnalysisException|ParseException");

    private SparkFailureKinds() {}

    /** What ran out or was not there wins over what it led to. */
    public static FailureKind of(Throwable failure) {
        List<Throwable> causes = RootCause.chain(failure);
        if (causes.stream().anyMatch(IngotException.class::isInstance)) {
            return FailureKinds.of(failure);
        }
        if (any(causes, RAN_OUT)) {
            return FailureKind.RESOURCE;
        }
        if (causes.stream()
                .anyMatch(
                        cause -> DEFINITION.matcher(cause.getClass().getName()).find())) {
            return FailureKind.BUG;
        }
        if (any(causes, WAS_AWAY)) {
            return FailureKind.TRANSIENT;
        }
        boolean onRows = causes.stream()
                .anyMatch(cause -> cause instanceof ArithmeticException
                        || cause instanceof DateTimeException
                        || cause instanceof NumberFormatException);
        return onRows || any(causes, ON_ROWS) ? FailureKind.DATA : FailureKinds.of(failure);
    }

    private static boolean any(List<Throwable> causes, Pattern signs) {
        return causes.stream()
                .anyMatch(cause -> signs.matcher(cause.getClass().getName()).find()
                        || signs.matcher(firstLine(cause)).find());
    }

    /** The rest is a stack trace, in which everything occurs. */
    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
