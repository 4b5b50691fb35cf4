package dev.connexions.meta.sandbox.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Three files. Whatever the page tells and does, it tells and does through the control API. */
public final class Console {

    /** Nothing that stands in a value can become a script, a style or a picture from elsewhere. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Answer> files = Map.of(
            "/", file("console.html", "text/html"),
            "/console.js", file("console.js", "text/javascript"),
            "/console.css", file("console.css", "text/css"));

    /** @param call to the control API's host, which keeps whatever is not of the page */
    public Optional<Answer> answer(Call call) {
        return call.isGet() ? Optional.ofNullable(files.get(call.address().path())) : Optional.empty();
    }

    private static Answer file(String name, String type) {
        return Answer.text(200, text(name))
                .with("Content-Type", type + "; charset=UTF-8")
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-cache");
    }

    private static String text(String name) {
        try (var in = Console.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
