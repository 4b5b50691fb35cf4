package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** An answer that keeps the contract. */
public final class Reply {

    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Reply(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    /** Of a header that is there once. */
    public String header(String name) {
        assertThat(headers.allValues(name)).as("%s of %s", name, this).hasSize(1);
        return headers.allValues(name).getFirst();
    }

    public String text() {
        return new String(body, UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    public Reply has(int expected) {
        assertThat(status).as("%s", this).isEqualTo(expected);
        return this;
    }

    public Reply isProblem(int expected, String slug) {
        has(expected);
        assertThat(json().path("type").asText()).as("%s", this).isEqualTo("/problems/" + slug);
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        return this;
    }

    boolean isProblemIn(String language) {
        return body.length > 0
                && headers.firstValue("Content-Type").orElse("").equals("application/problem+json")
                && headers.firstValue("Content-Language").orElse("").equals(language);
    }

    /** Where the faults are, by pointer or parameter, in their order. */
    public List<String> faults() {
        var places = new ArrayList<String>();
        json().path("errors")
                .forEach(fault -> places.add(
                        fault.path("pointer").asText(fault.path("parameter").asText())));
        return places;
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
