package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnUrlsTest {

    private final ReturnUrls urls = new ReturnUrls(List.of(
            URI.create("https://app.ours.example/instagram"),
            URI.create("https://root.ours.example"),
            URI.create("http://localhost:5173/")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.ours.example/instagram",
                "https://app.ours.example/instagram/",
                "https://app.ours.example/instagram/done",
                "https://app.ours.example/instagram?next=https://evil.example",
                "https://app.ours.example:443/instagram",
                "HTTPS://APP.OURS.EXAMPLE/instagram",
                "https://root.ours.example",
                "https://root.ours.example/",
                "https://root.ours.example?x=1",
                "https://root.ours.example/any/where",
                "http://localhost:5173",
                "http://localhost:5173/done",
            })
    void permits(String url) {
        assertThat(urls.permit(url)).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another host
                "https://evil.example",
                "https://evil.example/instagram",
                "https://app.ours.example.evil.example/instagram",
                "https://evil-app.ours.example/instagram",
                "https://ours.example/instagram",
                "https://app.ours.example./instagram",
                "https://app.ours.example%2eevil.example/instagram",
                "https://app.ours.example。evil.example/instagram",
                "https://app.ours.example_.evil/instagram",
                "https://аpp.ours.example/instagram",
                // a host that only looks like one
                "//evil.example",
                "//app.ours.example/instagram",
                "///app.ours.example/instagram",
                "https:///app.ours.example/instagram",
                "https:app.ours.example/instagram",
                "https:/app.ours.example/instagram",
                "/instagram",
                "instagram",
                "",
                " ",
                "?",
                "#",
                // user information
                "https://app.ours.example@evil.example/instagram",
                "https://app.ours.example:443@evil.example/instagram",
                "https://evil.example@app.ours.example/instagram",
                "https://@app.ours.example/instagram",
                "https://evil.example#@app.ours.example/instagram",
                "https://evil.example?@app.ours.example/instagram",
                // backslashes, white space, controls
                "/\\evil.example",
                "\\\\evil.example",
                "https:\\\\app.ours.example\\instagram",
                "https://evil.example\\@app.ours.example/instagram",
                "https://app.ours.example\\.evil.example/instagram",
                "https://app.ours.example/instagram\\..\\..",
                " https://app.ours.example/instagram",
                "https://app.ours.example/instagram ",
                "https://app.ours.example/insta\tgram",
                "https://app.ours.example/instagram\r\nSet-Cookie: a=b",
                "https://app.ours.example/instagram\nx",
                "https://app.ours.example/instagram\u0000",
                "https://app.ours.example/instagram\u007f",
                "https://app.ours.example/instagram/\u202egpj",
                "https://app.ours.example/instagram/été",
                // another scheme
                "http://app.ours.example/instagram",
                "javascript:alert(1)",
                "javascript://app.ours.example/instagram%0aalert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://app.ours.example/instagram",
                "https://localhost:5173/",
                "view-source:https://app.ours.example/instagram",
                // another port
                "https://app.ours.example:444/instagram",
                "https://app.ours.example:80/instagram",
                "https://app.ours.example:-1/instagram",
                "https://app.ours.example:99999999999/instagram",
                "http://localhost/",
                "http://localhost:5174/",
                // a path that leaves the allowed one, or may once somebody decodes it
                "https://app.ours.example",
                "https://app.ours.example/",
                "https://app.ours.example/instagramm",
                "https://app.ours.example/instagram.evil",
                "https://app.ours.example/INSTAGRAM",
                "https://app.ours.example//instagram",
                "https://app.ours.example/instagram/../admin",
                "https://app.ours.example/instagram/..",
                "https://app.ours.example/instagram/./x",
                "https://app.ours.example/./instagram",
                "https://app.ours.example/instagram/%2e%2e/admin",
                "https://app.ours.example/instagram%2f..%2fadmin",
                "https://app.ours.example/instagram/%5c..",
                "https://app.ours.example/instagram/%0d%0aSet-Cookie:x",
                "%2f%2fevil.example",
                "https:%2f%2fevil.example",
                // our page adds its own
                "https://app.ours.example/instagram#fragment",
            })
    void refuses(String url) {
        assertThat(urls.permit(url)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        var base = "https://app.ours.example/instagram/";
        assertThat(urls.permit(base + "x".repeat(2048 - base.length()))).isPresent();
        assertThat(urls.permit(base + "x".repeat(2049 - base.length()))).isEmpty();
        assertThat(urls.permit("https://".repeat(100_000))).isEmpty();
    }

    @Test
    void permitsNothingWhenNothingIsAllowed() {
        assertThat(new ReturnUrls(List.of()).permit("https://app.ours.example/instagram"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.ours.example",
                "/instagram",
                "javascript:alert(1)",
                "ftp://ours.example",
                "https://user@ours.example",
                "https:ours.example",
                "https://ours.example?x",
                "https://ours.example#x",
                "https://ours_example",
            })
    void allowsNoAddressThatIsNoPlainWebAddress(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReturnUrls(List.of(URI.create(url))));
    }
}
