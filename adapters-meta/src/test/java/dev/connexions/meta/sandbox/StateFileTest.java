package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.meta.testing.RunningSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** The first sandbox is not even closed: what it acknowledged is on disk, as if it had been killed. */
    @Test
    void carriesEverythingOverAKill() {
        var killed = start(42);
        var account = killed.account("BUSINESS");
        var revoked = killed.account("BUSINESS");
        var token = killed.longToken(account);
        var dead = killed.longToken(revoked);
        var code = killed.code(account);
        killed.control("POST", "/accounts/" + revoked.id() + "/revoke", "");
        killed.control("POST", "/settings", "{\"answers\":\"data\"}");
        killed.advance(Duration.ofMinutes(30));
        try (var next = start(7)) {
            assertThat(next.sandbox().accounts())
                    .isEqualTo(killed.sandbox().accounts())
                    .contains(account);
            assertThat(Duration.between(
                            RunningSandbox.REAL.instant(),
                            next.sandbox().clock().instant()))
                    .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));
            assertThat(next.me(token).json().path("data")).hasSize(1);
            assertThat(next.me(dead).error()).isEqualTo("190/458");
            assertThat(next.redeem(code).status()).isEqualTo(200);
            assertThat(next.redeem(code).status()).isEqualTo(400);
            next.control("POST", "/settings", "{\"answers\":\"flat\"}");
            assertThat(next.me(next.longToken(revoked)).status()).isEqualTo(200);
        }
        try (var third = start(7)) {
            assertThat(third.redeem(code).status()).isEqualTo(400);
        }
        killed.close();
    }

    @Test
    void carriesOverWhatHangsOnFacebookLoginToo() {
        var killed = start(42);
        var person = killed.person(2);
        var pages = person.path("pages");
        var token = killed.userToken(
                person, RunningSandbox.FACEBOOK_SCOPES, "&page=" + pages.path(1).asText());
        var path = "/graph.facebook.com/v26.0/me/accounts";
        var before = killed.get(path, token).json().path("data");
        killed.control("POST", "/settings", "{\"debugTokenEmpty\":true,\"appCallsPerHour\":500}");
        try (var next = start(7)) {
            var after = next.get(path, token).json().path("data");
            assertThat(after).hasSize(1).isEqualTo(before);
            assertThat(next.get(
                                    "/graph.facebook.com/me",
                                    after.path(0).path("access_token").asText())
                            .json()
                            .path("id"))
                    .isEqualTo(pages.path(1));
            assertThat(next.control("GET", "/settings", "").body())
                    .isEqualTo(killed.control("GET", "/settings", "").body());
            assertThat(next.control("GET", "/pages", "").body())
                    .isEqualTo(killed.control("GET", "/pages", "").body());
            assertThat(next.control("GET", "/businesses", "").body())
                    .isEqualTo(killed.control("GET", "/businesses", "").body());
        }
        killed.close();
    }

    @Test
    void isNotWrittenByLooking() throws IOException {
        try (var meta = start(42)) {
            var token = meta.userToken(meta.person(1));
            var written = Files.getLastModifiedTime(file());
            meta.get("/graph.facebook.com/v26.0/me/accounts", token);
            meta.get("/graph.facebook.com/v26.0/debug_token?input_token=" + token, token);
            meta.control("GET", "/accounts", "");
            assertThat(Files.getLastModifiedTime(file())).isEqualTo(written);
        }
    }

    @Test
    void leavesNothingButTheFile() throws IOException {
        try (var meta = start(42)) {
            meta.longToken(meta.account("BUSINESS"));
        }
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void keepsItFromOtherUsersOfTheMachine() throws IOException {
        start(42).close();
        assertThat(Files.getPosixFilePermissions(file()).toString()).doesNotContain("GROUP", "OTHERS");
    }

    @Test
    void remembersAReset() {
        try (var meta = start(42)) {
            meta.control("POST", "/reset", "{\"seed\":7}");
        }
        try (var meta = start(42);
                var fresh = RunningSandbox.start(7, Set.of(), null)) {
            assertThat(meta.sandbox().accounts()).isEqualTo(fresh.sandbox().accounts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"format\":1}", "{\"format\":99}", "[]", "{\"format\":1,\"unknown\":1}"})
    void refusesToStartOnADamagedFile(String content) throws IOException {
        Files.writeString(file(), content);
        assertThatThrownBy(() -> start(42))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("state file");
        assertThat(file()).hasContent(content);
    }

    private RunningSandbox start(long seed) {
        return RunningSandbox.start(seed, Set.of(RunningSandbox.REDIRECT), file());
    }

    private Path file() {
        return directory.resolve("sandbox.json");
    }
}
