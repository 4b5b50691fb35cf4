package dev.connexions.meta.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSettingsTest {

    private static final AppSecret SECRET = AppSecret.parse("s");

    @Test
    void knowsMetasOwnAddresses() {
        var app = MetaSettings.InstagramApp.atMeta("1", SECRET);
        assertThat(app.dialogUrl()).hasToString("https://www.instagram.com");
        assertThat(app.tokenUrl()).hasToString("https://api.instagram.com");
        assertThat(app.graphUrl()).hasToString("https://graph.instagram.com");
    }

    @Test
    void knowsWhereFacebookLoginIs() {
        var app = MetaSettings.FacebookApp.atMeta("1", SECRET);
        assertThat(app.dialogUrl()).hasToString("https://www.facebook.com");
        assertThat(app.graphUrl()).hasToString("https://graph.facebook.com");
        assertThat(app.uploadUrl()).hasToString("https://rupload.facebook.com");
    }

    @Test
    void mindsNoSlashAtTheEnd() {
        var base = URI.create("http://127.0.0.1:1/graph.instagram.com/");
        assertThat(new MetaSettings.InstagramApp("1", SECRET, base, base, base).graphUrl())
                .hasToString("http://127.0.0.1:1/graph.instagram.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.0", "v26", "v0.1", "latest", "v26.0/..", ""})
    void refusesWhatIsNoVersion(String version) {
        assertThatThrownBy(() -> new MetaSettings(version, URI.create("https://app.example/cb"), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/cb", "ftp://app.example/cb", "https:cb", "https://app.example/cb#x", "https://u@app.example/"})
    void refusesARedirectAddressThatMetaWouldNotTake(String address) {
        assertThatThrownBy(() -> new MetaSettings("v26.0", URI.create(address), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "https://h/?q", "https://h/#f", "file:///etc/passwd"})
    void refusesABaseThatIsNone(String base) {
        var uri = URI.create(base);
        assertThatThrownBy(() -> new MetaSettings.InstagramApp("1", SECRET, uri, uri, uri))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MetaSettings.FacebookApp("1", SECRET, uri, uri, uri))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a&b=c"})
    void refusesAnAppIdThatIsNone(String id) {
        assertThatThrownBy(() -> MetaSettings.InstagramApp.atMeta(id, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MetaSettings.FacebookApp.atMeta(id, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
