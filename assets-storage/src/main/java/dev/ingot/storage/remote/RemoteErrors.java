package dev.ingot.storage.remote;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStoreException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;

/** What the failures of servers mean to those who have to do something about them. */
final class RemoteErrors {
    private static final Set<String> WRONG_CREDENTIALS =
            Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthenticationFailed", "InvalidAuthenticationInfo");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestExpired");
    private static final Set<String> NO_RIGHT = Set.of(
            "AccessDenied",
            "AuthorizationFailure",
            "AuthorizationPermissionMismatch",
            "InsufficientAccountPermissions",
            "AllAccessDisabled");

    private RemoteErrors() {}

    static IOException explained(String location, ObjectPath path, RequestFailure failure) {
        return switch (failure.kind()) {
            case MISSING -> new NoSuchFileException(path.text());
            case TAKEN -> new IOException(path + " was replaced while it was read", failure);
            case UPLOAD_GONE -> new IOException(path + " was written by somebody else at the same time", failure);
            case BEYOND_END -> new IOException("the store refuses what was asked of " + path, failure);
            case TRANSIENT ->
                told(
                        ErrorCode.UNREACHABLE_STORE,
                        "The store " + location + " does not answer as it should",
                        failure,
                        "check that the server runs and that storage.endpoint names it; then run the command again");
            case NO_BUCKET ->
                told(
                        ErrorCode.UNREACHABLE_STORE,
                        "The store " + location + " is not there",
                        failure,
                        "make the bucket, or let Ingot make it with storage.create=true; check storage.bucket");
            case DENIED, REFUSED -> refused(location, path, failure);
        };
    }

    private static IOException refused(String location, ObjectPath path, RequestFailure failure) {
        String code = failure.code();
        if (EXPIRED.contains(code)) {
            return told(
                    ErrorCode.UNREACHABLE_STORE,
                    "The credentials for the store " + location + " have expired",
                    failure,
                    "get new ones, and set them in storage.access-key, storage.secret-key and storage.session-token");
        }
        if (WRONG_CREDENTIALS.contains(code)) {
            return told(
                    ErrorCode.UNREACHABLE_STORE,
                    "The store " + location + " does not accept the credentials",
                    failure,
                    "check storage.access-key and storage.secret-key, or storage.connection-string");
        }
        if (SKEWED.contains(code)) {
            return told(
                    ErrorCode.UNREACHABLE_STORE,
                    "The clock of this machine differs too much from that of the store " + location,
                    failure,
                    "set this machine's clock: sudo timedatectl set-ntp true");
        }
        if (NO_RIGHT.contains(code)) {
            return told(
                    ErrorCode.UNREACHABLE_STORE,
                    "The store " + location + " denies access to " + path,
                    failure,
                    "give the identity in use the rights to list the bucket and to read, write and delete its objects");
        }
        return told(
                ErrorCode.STORAGE_FAILED,
                "The store " + location + " refuses what was asked of " + path,
                failure,
                null);
    }

    private static ObjectStoreException told(
            ErrorCode code, String what, RequestFailure failure, @org.jspecify.annotations.Nullable String help) {
        return new ObjectStoreException(
                Diagnostic.of(code, what)
                        .because(failure.code() + ": " + failure.getMessage())
                        .help(help),
                failure);
    }
}
