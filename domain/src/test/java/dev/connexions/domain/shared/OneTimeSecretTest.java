package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneTimeSecretTest {

    @Test
    void has256RandomBits() {
        var secret = OneTimeSecret.random().reveal();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(Stream.generate(OneTimeSecret::random).limit(1000).map(OneTimeSecret::reveal))
                .doesNotHaveDuplicates();
    }

    @Test
    void isKnownByItsSha256() {
        assertThat(new OneTimeSecret("abc").digest().hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(new OneTimeSecret("").digest().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void printsNothingOfItself() {
        assertThat(OneTimeSecret.random()).hasToString("***");
    }
}
