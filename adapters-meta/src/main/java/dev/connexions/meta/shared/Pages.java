package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure.Outage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Function;

/** Turns page after page until there are no more. */
final class Pages {

    static final int MAX_PAGES = 500;
    static final int MAX_ITEMS = 25_000;

    private Pages() {}

    static GraphListing all(GraphCall first, Function<GraphCall, GraphReply> send) {
        var items = new ArrayList<JsonNode>();
        var seen = new HashSet<String>();
        var call = first;
        while (true) {
            switch (send.apply(call)) {
                case GraphReply.Failed(var why) -> {
                    return new GraphListing.Failed(why);
                }
                case GraphReply.Answered(var page) -> {
                    try {
                        data(page).forEach(items::add);
                        var after = Paging.after(page);
                        if (after.isEmpty()) {
                            return new GraphListing.All(items);
                        }
                        if (!seen.add(after.get()) || seen.size() >= MAX_PAGES || items.size() >= MAX_ITEMS) {
                            throw new GarbledAnswerException("the list has no end");
                        }
                        call = first.with("after", after.get());
                    } catch (GarbledAnswerException garbled) {
                        return new GraphListing.Failed(new Outage(Outage.Kind.INVALID));
                    }
                }
            }
        }
    }

    private static JsonNode data(JsonNode page) {
        var data = page.get("data");
        if (data == null || !data.isArray()) {
            throw new GarbledAnswerException("data is no list");
        }
        return data;
    }
}
