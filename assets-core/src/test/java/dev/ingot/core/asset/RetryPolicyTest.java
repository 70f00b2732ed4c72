package dev.ingot.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private final RetryPolicy policy = RetryPolicy.standard().attempts(8);

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                .extracting(done -> policy.pause(done, 0.5).toSeconds())
                .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void manyAttemptsDoNotOverflow() {
        assertThat(policy.pause(10_000, 0.5)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void chanceMovesAPauseByAFifth() {
        Random random = new Random(7);
        for (int draw = 0; draw < 1000; draw++) {
            assertThat(policy.pause(1, random.nextDouble()))
                    .isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        }
        assertThat(policy.pause(1, 0)).isEqualTo(Duration.ofMillis(1600));
    }

    @Test
    void theLastAttemptIsTheLast() {
        RetryPolicy three = RetryPolicy.standard();
        assertThat(three.allows(2, FailureKind.TRANSIENT)).isTrue();
        assertThat(three.allows(3, FailureKind.TRANSIENT)).isFalse();
        assertThat(RetryPolicy.never().allows(1, FailureKind.TRANSIENT)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"DATA", "BUG"})
    void whatEndsTheSameIsNotTriedAgain(FailureKind kind) {
        assertThat(policy.allows(1, kind)).isFalse();
        assertThatThrownBy(() -> new RetryPolicy(3, Duration.ZERO, Duration.ZERO, 0, Set.of(kind)))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("not tried again");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasAKind(ErrorCode code) {
        assertThat(FailureKind.of(code)).isNotNull();
    }

    @Test
    void aSpecKeepsItsPolicy() {
        AssetSpec spec = AssetSpec.of(AssetKey.parse("gold/t/a"), "An a")
                .retry(RetryPolicy.never())
                .timeout(Duration.ofMinutes(5))
                .pool("mail")
                .pool("gpu")
                .build();
        assertThat(spec.policy().retry().attempts()).isEqualTo(1);
        assertThat(spec.policy().timeout()).contains(Duration.ofMinutes(5));
        assertThat(spec.policy().pools()).containsExactlyInAnyOrder("mail", "gpu");
        assertThatThrownBy(() -> AssetSpec.of(AssetKey.parse("gold/t/a"), "").pool("A B"))
                .isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> AssetSpec.of(AssetKey.parse("gold/t/a"), "").timeout(Duration.ZERO))
                .isInstanceOf(IngotException.class);
    }
}
