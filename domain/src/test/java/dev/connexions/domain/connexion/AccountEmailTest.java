package dev.connexions.domain.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountEmailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "atelier.vert+instagram@example.org",
                "O'Neil_{x}!#$%&*/=?^`|~@example.org",
                "rené@exämple.org",
                "用户@例え.jp",
                "A@X.com",
            })
    void isKeptAsItWasTyped(String address) {
        assertThat(AccountEmail.chosen(address).value()).isEqualTo(address);
    }

    @Test
    void isComparedInItsComposedForm() {
        assertThat(AccountEmail.chosen("rene\u0301@example.org")).isEqualTo(AccountEmail.chosen("rené@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a@b c",
                "a\u00a0b@c",
                "a\u2003b@c",
                " a@b",
                "a@b ",
                "a@b,c@d",
                "a@b;c@d",
                "<a@b>",
                "A <a@b>",
                "\"a b\"@c",
                "a@[127.0.0.1]:25",
                "a\\@b@c",
                "mailto:a@b",
                "a@b\r\nBcc: x@y",
                "a@b\nBcc",
                "a@b\u0000",
                "a\u202eb@c",
                "a\u200b@c",
            })
    void isOnePlainAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccountEmail.chosen(text));
    }

    @Test
    void hasUpTo254CharactersAnd64BeforeTheAt() {
        var host = "@" + "h".repeat(189);
        assertThat(AccountEmail.chosen("n".repeat(64) + host).value()).hasSize(254);
        assertThatIllegalArgumentException().isThrownBy(() -> AccountEmail.chosen("n".repeat(64) + host + "h"));
        assertThatIllegalArgumentException().isThrownBy(() -> AccountEmail.chosen("n".repeat(65) + "@h"));
    }
}
