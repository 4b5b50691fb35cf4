package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstagramGraphTest {

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("MEDIA_CREATOR");
    private final String token = meta.longToken(account);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void tellsWhoseTokenItIs() {
        var me = meta.get(
                        "/graph.instagram.com/v26.0/me?fields=id,user_id,username,account_type,followers_count,biography",
                        token)
                .json();
        assertThat(me.path("user_id").textValue()).isEqualTo(account.id());
        assertThat(me.path("id").textValue()).hasSize(17).isNotEqualTo(account.id());
        assertThat(me.path("username").textValue()).isEqualTo(account.username());
        assertThat(me.path("account_type").textValue()).isEqualTo("MEDIA_CREATOR");
        assertThat(me.path("followers_count").isInt()).isTrue();
        assertThat(me.has("biography")).isFalse();
    }

    @Test
    void wrapsItInDataAsDocumented() {
        meta.control("POST", "/settings", "{\"answers\":\"data\"}");
        assertThat(meta.me(token).json().path("data").path(0).path("user_id").asText())
                .isEqualTo(account.id());
    }

    @Test
    void knowsTheAccountByItsIdToo() {
        var path = "/graph.instagram.com/" + account.id() + "?fields=username";
        assertThat(meta.get(path, token).json().path("username").asText()).isEqualTo(account.username());
    }

    @Test
    void knowsNoCallThatTakesTheAppBack() {
        assertThat(takeBack().error()).isEqualTo("2500/0");
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @Test
    void takesTheAppBackWhereThatIsSet() {
        meta.control("POST", "/settings", "{\"instagramRevocable\":true}");
        assertThat(takeBack().json().path("success").asBoolean()).isTrue();
        assertThat(meta.me(token).error()).isEqualTo("190/458");
        assertThat(takeBack().error()).isEqualTo("190/458");
        assertThat(meta.me(meta.longToken(account)).status()).isEqualTo(200);
    }

    private RunningSandbox.Reply takeBack() {
        return meta.send(
                "DELETE",
                "/graph.instagram.com/v26.0/me/permissions",
                "",
                "",
                Map.of("Authorization", "Bearer " + token));
    }

    @Test
    void answersTheIdAloneUnlessAsked() {
        assertThat(meta.get("/graph.instagram.com/me", token).json()).hasSize(1);
    }

    @Test
    void showsNoOtherAccount() {
        var other = meta.account("BUSINESS");
        assertThat(meta.get("/graph.instagram.com/v26.0/" + other.id(), token).error())
                .isEqualTo("100/33");
    }

    @Test
    void refusesAFieldThatDoesNotExist() {
        var reply = meta.get("/graph.instagram.com/v26.0/me?fields=id,shoe_size", token);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("100/0");
        assertThat(reply.json().path("error").path("message").asText()).contains("shoe_size");
    }

    @Test
    void takesTheTokenWhereverItStands() {
        assertThat(meta.get("/graph.instagram.com/me?access_token=" + token).status())
                .isEqualTo(200);
        assertThat(meta.send("GET", "/graph.instagram.com/me", "", "", Map.of("Authorization", "OAuth " + token))
                        .status())
                .isEqualTo(200);
        assertThat(meta.postForm("/graph.instagram.com/me", Map.of("method", "get", "access_token", token))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"me, 190/0", "v26.0/me, 190/0", "nothing/here, 2500/0", "v99.0/me, 2635/0"})
    void refusesACallWithoutAToken(String path, String error) {
        assertThat(meta.get("/graph.instagram.com/" + path).error()).isEqualTo(error);
    }

    @Test
    void refusesATokenThatNobodyIssued() {
        assertThat(meta.me("IGAAnobody").error()).isEqualTo("190/0");
        assertThat(meta.me(token + "x").error()).isEqualTo("190/0");
    }

    @ParameterizedTest
    @CsvSource({"v26.0/me, v26.0", "v22.0/me, v22.0", "me, v26.0", "v19.0/me, v21.0"})
    void saysWhichVersionServes(String path, String version) {
        var reply = meta.get("/graph.instagram.com/" + path, token);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("facebook-api-version")).isEqualTo(version);
    }

    @Test
    void keepsTheConnectionInStepAfterAHead() throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), meta.sandbox().url().getPort())) {
            socket.getOutputStream()
                    .write("HEAD /graph.instagram.com/me HTTP/1.1\r\nHost: x\r\n\r\n"
                            .repeat(2)
                            .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (var i = 0; i < 2; i++) {
                assertThat(in.readLine()).startsWith("HTTP/1.1 400");
                assertThat(head(in)).contains("Connection: keep-alive");
            }
        }
    }

    private static List<String> head(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Test
    void knowsNoOtherHost() {
        assertThat(meta.get("/graph.example.com/me").status()).isEqualTo(404);
    }
}
