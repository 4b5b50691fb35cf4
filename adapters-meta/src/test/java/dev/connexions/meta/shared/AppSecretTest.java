package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(settings.toString() + settings.instagram() + AppSecret.parse("canary-secret"))
                .doesNotContain("canary")
                .contains("***");
        var body = StrictJson.object("{\"access_token\":\"canary\"}".getBytes(UTF_8))
                .orElseThrow();
        assertThat(new GraphReply.Answered(body).toString()).doesNotContain("canary");
    }
}
