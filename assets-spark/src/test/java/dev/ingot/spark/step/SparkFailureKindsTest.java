package dev.ingot.spark.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import io.delta.exceptions.ConcurrentAppendException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ConcurrentModificationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.spark.SparkException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SparkFailureKindsTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        aborted("ExecutorLostFailure (executor 1 exited caused by one of the running tasks)"),
                        "RESOURCE"),
                Arguments.of(aborted("java.lang.OutOfMemoryError: Java heap space"), "RESOURCE"),
                Arguments.of(new SparkException("Job aborted", new OutOfMemoryError()), "RESOURCE"),
                Arguments.of(new SparkException("Task failed", new IOException("No space left on device")), "RESOURCE"),
                Arguments.of(aborted("FetchFailed(BlockManagerId(1), shuffleId=0)"), "TRANSIENT"),
                Arguments.of(new SparkException("Task failed", new SocketException("Connection reset")), "TRANSIENT"),
                Arguments.of(new ExecutionException(new IOException("premature end")), "TRANSIENT"),
                Arguments.of(
                        aborted("org.apache.hadoop.fs.s3a.AWSStatus500Exception: getFileStatus on s3a://b"),
                        "TRANSIENT"),
                Arguments.of(aborted("org.apache.hadoop.fs.s3a.AWSNoResponseException: PUT on s3a://b"), "TRANSIENT"),
                Arguments.of(
                        aborted("java.io.IOException: Operation failed: \"Server Busy\", 503, PUT, http"), "TRANSIENT"),
                Arguments.of(aborted("java.io.IOException: Operation failed: \"Forbidden\", 403, PUT, http"), "BUG"),
                Arguments.of(new ConcurrentAppendException("files were added"), "TRANSIENT"),
                Arguments.of(new FileNotFoundException("code/lookup.csv"), "BUG"),
                Arguments.of(new ZipException("invalid entry"), "DATA"),
                Arguments.of(new SparkException("Job aborted", new EOFException()), "DATA"),
                Arguments.of(new ConcurrentModificationException(), "BUG"),
                Arguments.of(aborted("java.lang.ArithmeticException: / by zero"), "DATA"),
                Arguments.of(new SparkException("Job aborted", new ArithmeticException("/ by zero")), "DATA"),
                Arguments.of(new RuntimeException("[CAST_INVALID_INPUT] The value 'x' of the type \"STRING\""), "DATA"),
                Arguments.of(new NullPointerException(), "BUG"),
                Arguments.of(new StackOverflowError(), "BUG"),
                Arguments.of(told(ErrorCode.EXPECTATION_FAILED), "DATA"),
                Arguments.of(told(ErrorCode.COMMIT_CONFLICT), "TRANSIENT"),
                Arguments.of(new SparkException("around", told(ErrorCode.UNREACHABLE_STORE)), "TRANSIENT"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isOfAKind(Throwable failure, FailureKind kind) {
        assertThat(SparkFailureKinds.of(failure)).isEqualTo(kind);
    }

    private static SparkException aborted(String why) {
        return new SparkException(
                "Job aborted due to stage failure: Task 0 in stage 1.0 failed 1 times, most recent failure: "
                        + "Lost task 0.0 in stage 1.0 (TID 1) (host executor driver): " + why
                        + "\n\tat java.base/java.net.SocketException");
    }

    private static IngotException told(ErrorCode code) {
        return new IngotException(Diagnostic.of(code, "It failed"));
    }
}
