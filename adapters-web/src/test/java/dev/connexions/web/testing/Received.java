package dev.connexions.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An answer on its way through the contract. */
final class Received {

    private final String what;
    private final int status;
    private final Map<String, List<String>> headers = new TreeMap<>();
    private final byte[] body;

    Received(String what, int status, Map<String, List<String>> headers, byte[] body) {
        this.what = what;
        this.status = status;
        this.body = body;
        headers.forEach((name, values) -> this.headers.put(name.toLowerCase(Locale.ROOT), values));
    }

    int status() {
        return status;
    }

    List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    boolean has(String header) {
        return !header(header).isEmpty();
    }

    boolean isEmpty() {
        return body.length == 0;
    }

    void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(what + ": " + rule + "\n" + new String(body, UTF_8));
        }
    }

    void requireHeader(String name, String value) {
        require(List.of(value).equals(header(name)), "the header " + name + " is not " + value);
    }

    String mediaType() {
        var types = header("content-type");
        require(types.size() == 1, "not exactly one Content-Type");
        return types.getFirst().split(";", 2)[0].strip();
    }

    String text() {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException malformed) {
            throw new AssertionError(what + ": the body is not UTF-8", malformed);
        }
    }
}
