package dev.connexions.meta.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What an error says to a person, in the language of the request (parameter {@code locale}, dossier 7.1), from a data
 * file by subcode.
 *
 * @param words by language: {@code fr}
 */
public record UserText(Map<String, Words> words) {

    private static final String ENGLISH = "en";
    private static final int GENERAL = 0;
    private static final Map<Integer, UserText> KNOWN = load();

    public record Words(String title, String message) {}

    public UserText {
        words = Map.copyOf(words);
    }

    /** Something general where nothing is known of the subcode. */
    public static UserText of(int subcode) {
        return KNOWN.getOrDefault(subcode, KNOWN.getOrDefault(GENERAL, new UserText(Map.of())));
    }

    /** @param locale {@code fr_FR}; English where the language is not spoken */
    Words in(String locale) {
        var said = words.get(locale.split("[_-]", 2)[0]);
        return said == null ? words.getOrDefault(ENGLISH, new Words("", "")) : said;
    }

    private static Map<Integer, UserText> load() {
        try (var in = UserText.class.getResourceAsStream("texts.json")) {
            if (in == null) {
                throw new IllegalStateException("the texts are missing");
            }
            var known = new HashMap<Integer, UserText>();
            Json.read(new String(in.readAllBytes(), UTF_8))
                    .properties()
                    .forEach(text -> known.put(Integer.valueOf(text.getKey()), text(text.getValue())));
            return known;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static UserText text(JsonNode languages) {
        var words = new HashMap<String, Words>();
        languages
                .properties()
                .forEach(said -> words.put(
                        said.getKey(),
                        new Words(
                                said.getValue().path(0).asText(),
                                said.getValue().path(1).asText())));
        return new UserText(words);
    }
}
