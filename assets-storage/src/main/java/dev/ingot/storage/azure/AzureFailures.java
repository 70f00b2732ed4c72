package dev.ingot.storage.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.storage.blob.models.BlobStorageException;
import dev.ingot.core.error.IngotException;
import dev.ingot.storage.remote.RequestFailure;
import dev.ingot.storage.remote.RequestFailure.Kind;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What the errors of Azure mean. */
final class AzureFailures {
    private static final Map<String, Kind> KINDS = Map.of(
            "BlobNotFound", Kind.MISSING,
            "ContainerNotFound", Kind.NO_BUCKET,
            "BlobAlreadyExists", Kind.TAKEN,
            "ConditionNotMet", Kind.TAKEN,
            "InvalidRange", Kind.BEYOND_END,
            // Another writer has completed an object of that name, which drops everybody's parts.
            "InvalidBlockList", Kind.UPLOAD_GONE);

    private static final Set<String> TRANSIENT =
            Set.of("ServerBusy", "OperationTimedOut", "InternalError", "ContainerBeingDeleted", "Md5Mismatch");

    private static final Map<Integer, Kind> STATUSES =
            Map.of(404, Kind.MISSING, 412, Kind.TAKEN, 416, Kind.BEYOND_END, 408, Kind.TRANSIENT, 429, Kind.TRANSIENT);

    private static final int SERVER = 500;

    private AzureFailures() {}

    static <T> T of(Supplier<T> request) throws RequestFailure {
        try {
            return request.get();
        } catch (BlobStorageException e) {
            throw answered(e);
        } catch (ClientAuthenticationException e) {
            throw new RequestFailure(Kind.REFUSED, "AuthenticationFailed", firstLine(e), e);
        } catch (HttpResponseException e) {
            throw new RequestFailure(Kind.TRANSIENT, e.getClass().getSimpleName(), firstLine(e), e);
        } catch (IngotException e) {
            // Before anything was asked: a secret that cannot be had.
            throw e;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private static RequestFailure answered(BlobStorageException failure) {
        String code = String.valueOf(failure.getErrorCode());
        int status = failure.getStatusCode();
        Kind otherwise = status >= SERVER ? Kind.TRANSIENT : STATUSES.getOrDefault(status, Kind.REFUSED);
        Kind kind = TRANSIENT.contains(code) ? Kind.TRANSIENT : KINDS.getOrDefault(code, otherwise);
        return new RequestFailure(kind, code, firstLine(failure), failure);
    }

    /** The SDK has no type of its own for a connection that breaks: it wraps the cause, sometimes more than once. */
    private static RequestFailure broken(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return new RequestFailure(Kind.TRANSIENT, cause.getClass().getSimpleName(), firstLine(cause), failure);
            }
        }
        throw failure;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
