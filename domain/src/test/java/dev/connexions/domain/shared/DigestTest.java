package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

    @Test
    void turnsBytesIntoDigitsAndBack() {
        var bytes = new byte[32];
        bytes[0] = (byte) 0xff;
        bytes[31] = 0x0a;
        var digest = Digest.of(bytes);
        assertThat(digest.hex()).isEqualTo("ff" + "00".repeat(30) + "0a");
        assertThat(digest.bytes()).isEqualTo(bytes);
    }

    @Test
    void has32Bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.of(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.of(new byte[33]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x"})
    void isLowercaseHexadecimal(String last) {
        var hex = "a".repeat(63);
        if (last.equals("0")) {
            assertThat(new Digest(hex + last).hex()).endsWith("0");
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new Digest(hex + last));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest("A".repeat(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest("a".repeat(64) + "\n"));
    }
}
