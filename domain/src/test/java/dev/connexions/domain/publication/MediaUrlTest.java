package dev.connexions.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example/bread.jpg",
                "HTTPS://cdn.example:8443/a%20b?x=1&y=2",
                "http://127.0.0.1:8080/x.mp4",
                "https://[2001:db8::1]/x.jpg"
            })
    void takesAnAddress(String url) {
        assertThat(new MediaUrl(url).value()).isEqualTo(url);
    }

    @Test
    void hasAnEnd() {
        var longest = "https://cdn.example/" + "a".repeat(2048 - 20);
        assertThat(new MediaUrl(longest).value()).hasSize(2048);
        assertThatThrownBy(() -> new MediaUrl(longest + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cdn.example/bread.jpg",
                "//cdn.example/bread.jpg",
                "https:bread.jpg",
                "https:///bread.jpg",
                "ftp://cdn.example/bread.jpg",
                "file:///etc/passwd",
                "data:image/jpeg;base64,AAAA",
                "https://user@cdn.example/x",
                "https://good@127.0.0.1/x",
                "https://cdn.example/x#y",
                "https://cdn.example/é.jpg",
                "https://cdn.example/a b.jpg",
                "https://cdn.example\\@evil.example/",
                "https://cdn.example/%zz",
                "https://cdn.example/\n",
                "https://cdn_under.example:99999999999/"
            })
    void takesNothingElse(String url) {
        assertThatThrownBy(() -> new MediaUrl(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
