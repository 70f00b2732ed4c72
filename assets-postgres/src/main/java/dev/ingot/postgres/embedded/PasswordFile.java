package dev.ingot.postgres.embedded;

import dev.ingot.postgres.database.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the embedded server: made once, readable by its owner alone. */
final class PasswordFile {
    private static final int BYTES = 24;

    private PasswordFile() {}

    static Password read(Path file) {
        try {
            return new Password(Files.readString(file).strip());
        } catch (IOException failure) {
            throw ServerFailures.password(file, failure);
        }
    }

    /** Writes a new password unless there is one already. Call behind the door. */
    static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        // A temporary file is private from its first moment.
        Path fresh = Files.createTempFile(file.getParent(), ".password-", "");
        Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
