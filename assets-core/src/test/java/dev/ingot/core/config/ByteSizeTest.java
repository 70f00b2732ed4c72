package dev.ingot.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0B",
        "1000, 1000, 1000B",
        "512MB, 536870912, 512MB",
        "64 kb, 65536, 64KB",
        "1024K, 1048576, 1MB",
        "2g, 2147483648, 2GB",
        "3TB, 3298534883328, 3TB"
    })
    void aSizeIsReadAndPrinted(String text, long bytes, String printed) {
        assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes)).hasToString(printed);
        assertThat(ByteSize.parse(printed)).isEqualTo(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1", "1.5GB", "1 000", "12 parsecs", "999999999999TB"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse(text));
    }
}
