package dev.ingot.storage.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AzureIdentityTest {
    private static final OffsetDateTime UNTIL = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);

    @Test
    void givesATokenForWhatIsAsked() {
        AzureIdentity identity =
                new AzureIdentity(() -> request -> Mono.just(new AccessToken("for " + request.getScopes(), UNTIL)));
        assertThat(identity.token("vault")).isEqualTo("for [vault]");
    }

    @Test
    void saysWhatToDoWhereThereIsNoIdentity() {
        AzureIdentity identity =
                new AzureIdentity(() -> request -> Mono.error(new IllegalStateException("nobody answers\nat length")));
        assertThatThrownBy(() -> identity.token("vault")).isInstanceOfSatisfying(IngotException.class, failure -> {
            assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.UNREACHABLE_VAULT);
            assertThat(failure).hasMessageContaining("nobody answers").hasMessageContaining("az login");
            assertThat(failure.getMessage()).doesNotContain("at length");
        });
    }
}
