package dev.connexions.meta.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A page of a list: {@code limit} of 25 unless told and 100 at most, {@code after} and {@code before} a cursor, and the
 * neighbours' addresses, absent at the ends (dossier 10).
 */
final class Paging {

    private static final int USUAL = 25;
    private static final int MOST = 100;

    /** From the first, up to but without the last. */
    private record Window(int first, int last) {}

    private Paging() {}

    /** A page of nodes. */
    static <M> ObjectNode page(NodeType<M> type, List<M> all, Ask ask) {
        var window = window(type, all, ask);
        var data = Json.array();
        all.subList(window.first(), window.last()).forEach(node -> data.add(type.show(node, ask)));
        var answer = Json.object();
        answer.set("data", data);
        if (!data.isEmpty()) {
            answer.set("paging", paging(type, all, ask, window));
        }
        return answer;
    }

    private static <M> ObjectNode paging(NodeType<M> type, List<M> all, Ask ask, Window window) {
        var before = cursor(window.first(), type.id(all.get(window.first())));
        var after = cursor(window.last() - 1, type.id(all.get(window.last() - 1)));
        var limit = Integer.toString(limit(ask));
        var paging = Json.object();
        paging.set("cursors", Json.object().put("before", before).put("after", after));
        if (window.last() < all.size()) {
            paging.put("next", ask.link(Map.of("limit", limit, "after", after)));
        }
        if (window.first() > 0) {
            paging.put("previous", ask.link(Map.of("limit", limit, "before", before)));
        }
        return paging;
    }

    private static <M> Window window(NodeType<M> type, List<M> all, Ask ask) {
        var limit = limit(ask);
        var after = ask.args().one("after").filter(cursor -> !cursor.isEmpty());
        var before = ask.args().one("before").filter(cursor -> !cursor.isEmpty());
        if (after.isPresent()) {
            var first = Math.min(all.size(), place(type, all, after.get()) + 1);
            return new Window(first, Math.min(all.size(), first + limit));
        }
        if (before.isPresent()) {
            var last = Math.min(all.size(), place(type, all, before.get()));
            return new Window(Math.max(0, last - limit), last);
        }
        return new Window(0, Math.min(all.size(), limit));
    }

    private static int limit(Ask ask) {
        var text = ask.args().one("limit").orElse("");
        if (text.isEmpty()) {
            return USUAL;
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
            throw GraphErrors.invalidParameter("The parameter limit must be a whole number above 0")
                    .refusal();
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    /** The id finds the place even if the list has grown since; where the element is gone, the place it had counts. */
    private static <M> int place(NodeType<M> type, List<M> all, String cursor) {
        var parts = decode(cursor).split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,9}")) {
            throw GraphErrors.invalidParameter("The cursor is invalid").refusal();
        }
        var guess = Integer.parseInt(parts[0]);
        if (!type.hasId() || (guess < all.size() && type.id(all.get(guess)).equals(parts[1]))) {
            return guess;
        }
        for (var i = 0; i < all.size(); i++) {
            if (type.id(all.get(i)).equals(parts[1])) {
                return i;
            }
        }
        return guess;
    }

    private static String cursor(int place, String id) {
        return "QVFI" + Base64.getUrlEncoder().withoutPadding().encodeToString((place + ":" + id).getBytes(UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return cursor.startsWith("QVFI")
                    ? new String(Base64.getUrlDecoder().decode(cursor.substring(4)), UTF_8)
                    : "";
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
