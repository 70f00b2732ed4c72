package dev.ingot.storage.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class IdentityTokensTest {
    private static final OffsetDateTime UNTIL = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);

    @Test
    void asksForAStorageTokenAndTellsHowLongItIsGood() throws IOException {
        IdentityTokens tokens = new IdentityTokens(new AzureIdentity(() -> request -> {
            assertThat(request.getScopes()).isEqualTo(List.of("https://storage.azure.com/.default"));
            return Mono.just(new AccessToken("token", UNTIL));
        }));
        assertThat(tokens.getAccessToken()).isEqualTo("token");
        assertThat(tokens.getExpiryTime()).isEqualTo(Date.from(UNTIL.toInstant()));
    }

    @Test
    void aMachineWithoutAnIdentityIsAFailureOfTheRequest() {
        IdentityTokens tokens = new IdentityTokens(new AzureIdentity(() -> IdentityTokensTest::refuse));
        assertThatThrownBy(tokens::getAccessToken)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no identity that Azure knows");
    }

    private static Mono<AccessToken> refuse(TokenRequestContext request) {
        return Mono.error(new IllegalStateException("nobody answers for " + request.getScopes()));
    }
}
