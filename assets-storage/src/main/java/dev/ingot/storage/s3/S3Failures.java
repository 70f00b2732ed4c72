package dev.ingot.storage.s3;

import dev.ingot.core.error.IngotException;
import dev.ingot.storage.remote.RequestFailure;
import dev.ingot.storage.remote.RequestFailure.Kind;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import okhttp3.Response;

/** What the errors of S3 mean. */
final class S3Failures {
    private static final Map<String, Kind> KINDS = Map.of(
            "NoSuchKey", Kind.MISSING,
            "NoSuchBucket", Kind.NO_BUCKET,
            "NoSuchUpload", Kind.UPLOAD_GONE,
            "PreconditionFailed", Kind.TAKEN,
            "InvalidRange", Kind.BEYOND_END,
            "AccessDenied", Kind.DENIED);

    /** Besides every status of 500 and above. */
    private static final Set<String> TRANSIENT = Set.of(
            "SlowDown",
            "Throttling",
            "ThrottlingException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "RequestTimeout",
            "InternalError",
            "ServiceUnavailable",
            // Two conditional writes of one name at the same moment: it is not settled which of them will have been
            // first.
            "ConditionalRequestConflict",
            "OperationAborted",
            "IncompleteBody",
            "BadDigest",
            "XAmzContentSHA256Mismatch",
            "XMinioServerNotInitialized");

    private static final int CLIENT_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private S3Failures() {}

    static <T> T of(CompletableFuture<T> reply) throws RequestFailure {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            throw sorted(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestFailure(Kind.REFUSED, "Interrupted", "interrupted while waiting for a reply", e);
        }
    }

    /** A reply that broke off. */
    static RequestFailure broken(IOException cause) {
        return new RequestFailure(
                Kind.TRANSIENT, cause.getClass().getSimpleName(), String.valueOf(cause.getMessage()), cause);
    }

    private static RequestFailure sorted(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException
                        || cause instanceof CompletionException
                        || cause.getClass() == MinioException.class)) {
            cause = cause.getCause();
        }
        if (cause instanceof IngotException told) {
            // Before anything was asked: a secret that cannot be had.
            throw told;
        }
        if (cause instanceof ErrorResponseException answered) {
            return answered(answered);
        }
        if (cause instanceof ServerException || cause instanceof InvalidResponseException) {
            return new RequestFailure(Kind.TRANSIENT, "InvalidResponse", firstLine(cause), cause);
        }
        if (cause instanceof IOException broken) {
            return broken(broken);
        }
        if (cause instanceof MinioException || cause instanceof NullPointerException) {
            // The client's way to say that a successful reply was not what it should be.
            return new RequestFailure(Kind.TRANSIENT, cause.getClass().getSimpleName(), firstLine(cause), cause);
        }
        return new RequestFailure(Kind.REFUSED, cause.getClass().getSimpleName(), firstLine(cause), cause);
    }

    private static RequestFailure answered(ErrorResponseException failure) {
        String code = String.valueOf(failure.errorResponse().code());
        String message = failure.errorResponse().message() + clocks(code, failure.response());
        int status = failure.response().code();
        boolean mayPass =
                TRANSIENT.contains(code) || status == CLIENT_TIMEOUT || status == TOO_MANY || status >= SERVER;
        return new RequestFailure(
                KINDS.getOrDefault(code, mayPass ? Kind.TRANSIENT : Kind.REFUSED), code, message, failure);
    }

    /** By how much the clocks differ, where that is why a request is refused: each reply tells the server's time. */
    private static String clocks(String code, Response response) {
        Instant theirs = response.headers().getInstant("Date");
        if (!code.equals("RequestTimeTooSkewed") || theirs == null) {
            return "";
        }
        Duration ahead = Duration.between(theirs, Instant.ofEpochMilli(response.receivedResponseAtMillis()));
        return " The store's clock says " + theirs + ", that of this machine is "
                + ahead.abs().toMinutes() + " minutes " + (ahead.isNegative() ? "behind." : "ahead.");
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
