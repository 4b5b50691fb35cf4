package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of many are to be shown: {@code ?search=…&limit=…}.
 *
 * @param search what an id or a name must contain, in small letters
 */
record Excerpt(String search, long limit) {

    private static final Set<String> PARAMETERS = Set.of("search", "limit");

    static Excerpt of(Call call) {
        for (var name : call.params().names()) {
            if (!PARAMETERS.contains(name)) {
                throw ControlRefusalException.bad(name, "is no parameter of this; there are search and limit");
            }
        }
        return new Excerpt(
                call.params().one("search").orElse("").toLowerCase(Locale.ROOT),
                limit(call.params().one("limit").orElse("")));
    }

    /** Absent: all. */
    static long limit(String text) {
        if (text.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw ControlRefusalException.bad("limit", "must be a whole number");
        }
        return Long.parseLong(text);
    }

    /**
     * @param words what is searched
     * @return the first of those that are wanted, and how many there are of them
     */
    <T> Answer of(List<T> all, Function<T, List<String>> words, Function<T, ? extends JsonNode> describe) {
        var wanted = search.isEmpty()
                ? all
                : all.stream().filter(one -> isIn(words.apply(one))).toList();
        var items = Json.array();
        wanted.stream().limit(limit).map(describe).forEach(items::add);
        return Answer.json(200, Json.object().put("total", wanted.size()).set("items", items));
    }

    private boolean isIn(List<String> words) {
        return words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(search));
    }
}
