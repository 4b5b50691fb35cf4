package dev.connexions.meta.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.Trust;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsTest {

    private final RunningSandbox meta = RunningSandbox.startSecure();
    private final URI url = meta.sandbox().secureUrl().orElseThrow();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void convincesWhoeverTrustsItsAuthority() throws Exception {
        var certificate = meta.get("/_sandbox/certificate").body();
        assertThat(certificate).isEqualTo(meta.sandbox().certificate().orElseThrow());
        try (var http =
                HttpClient.newBuilder().sslContext(Trust.in(certificate)).build()) {
            var reply = http.send(
                    HttpRequest.newBuilder(URI.create(url + "/graph.facebook.com/me"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body()).contains("2500");
        }
    }

    @Test
    void convincesNobodyElse() {
        try (var http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    /** As for a client that resolves Meta's names to the sandbox. */
    @ParameterizedTest
    @ValueSource(strings = {"graph.facebook.com", "graph.instagram.com", "www.facebook.com", "rupload.facebook.com"})
    void goesByMetasNames(String host) throws Exception {
        var context = Trust.in(meta.sandbox().certificate().orElseThrow());
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
                var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, 443, true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(socket.getSession().isValid()).isTrue();
        }
    }

    @Test
    void findsTheHostInItsHeader() throws IOException {
        var person = meta.person(3);
        var token = meta.userToken(person);
        var answer = raw("GET /v26.0/me/accounts?limit=1&access_token=" + token, "graph.facebook.com:8443");
        assertThat(answer).contains("\"next\":\"http://graph.facebook.com:8443/v26.0/me/accounts?");
        assertThat(raw("GET /_sandbox/clock", "graph.facebook.com")).contains("now");
        assertThat(raw("GET /graph.instagram.com/me", "graph.facebook.com")).contains("190");
        assertThat(raw("GET /v26.0/me", "example.com")).contains("404");
        assertThat(meta.control("GET", "/requests?path=/graph.facebook.com/v26.0/me/accounts", "")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    /** A client of the JDK does not let its caller choose the host that it names. */
    private String raw(String line, String host) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), meta.sandbox().url().getPort())) {
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(UTF_8));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            var status = requireNonNull(in.readLine());
            var length = 0;
            for (var header = requireNonNull(in.readLine());
                    !header.isEmpty();
                    header = requireNonNull(in.readLine())) {
                length = header.toLowerCase(Locale.ROOT).startsWith("content-length:")
                        ? Integer.parseInt(
                                header.substring(header.indexOf(':') + 1).strip())
                        : length;
            }
            var body = new char[length];
            for (var read = 0; read < length; ) {
                read += in.read(body, read, length - read);
            }
            return status + "\n" + new String(body);
        }
    }
}
