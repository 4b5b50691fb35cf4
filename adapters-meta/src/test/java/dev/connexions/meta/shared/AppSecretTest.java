package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppSecretTest {

    @ParameterizedTest
    @ValueSource(strings = {"new", "new\nold", "new\r\nold\r\n", "  new  \n\n old "})
    void usesTheFirstLine(String text) {
        assertThat(AppSecret.parse(text).reveal()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a\nb\nc", "with space", "caf\u00e9", "tab\there"})
    void refusesWhatIsNoSecret(String text) {
        assertThatThrownBy(() -> AppSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("caf", "space");
    }

    @Test
    void printsNoSecret() {
        var settings = RawSettings.settings("canary-secret");
        assertThat(settings.toString() + settings.instagram() + settings.facebook() + AppSecret.parse("canary-secret"))
                .doesNotContain("canary")
                .contains("***");
        var body = StrictJson.object("{\"access_token\":\"canary\"}".getBytes(UTF_8))
                .orElseThrow();
        assertThat(new GraphReply.Answered(body) + " " + new Reading.Good(body) + new GraphListing.All(List.of(body)))
                .doesNotContain("canary");
    }

    /** The example of RFC 4231, 4.3, whose key and message are both text. */
    @Test
    void provesThatItHoldsATokenToo() {
        assertThat(AppSecret.parse("Jefe\nold").proof("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
