package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageCursor;
import dev.connexions.application.shared.PageOf;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, item by item: one that cannot be read is counted and takes no other with it. */
public final class ListedPage {

    private ListedPage() {}

    public static GraphCall ask(GraphCall call, PageOf page) {
        var sized = call.with("limit", Integer.toString(page.size()));
        var after = page.after();
        return after == null ? sized : sized.with("after", after.value());
    }

    /** @param item throws {@link GarbledAnswerException} for what cannot be read */
    public static <T> MetaPage<T> read(GraphReply reply, PageOf asked, Function<JsonNode, T> item) {
        return switch (reply) {
            case GraphReply.Failed(var why) -> new MetaPage.Failed<>(why);
            case GraphReply.Answered(var body) -> {
                try {
                    yield read(body, asked, item);
                } catch (GarbledAnswerException garbled) {
                    yield new MetaPage.Failed<>(invalid());
                }
            }
        };
    }

    private static <T> MetaPage<T> read(JsonNode body, PageOf asked, Function<JsonNode, T> item) {
        var data = body.get("data");
        if (data == null || !data.isArray()) {
            throw new GarbledAnswerException("data is no list");
        }
        var items = new ArrayList<T>();
        var unreadable = 0;
        for (var element : data) {
            try {
                items.add(item.apply(element));
            } catch (GarbledAnswerException garbled) {
                unreadable++;
            }
        }
        return new MetaPage.Loaded<>(items, unreadable, next(body, asked));
    }

    private static @Nullable PageCursor next(JsonNode body, PageOf asked) {
        var after = Paging.after(body);
        if (after.isEmpty()) {
            return null;
        }
        try {
            var cursor = new PageCursor(after.get());
            if (cursor.equals(asked.after())) {
                throw new GarbledAnswerException("the next page is this one");
            }
            return cursor;
        } catch (IllegalArgumentException insane) {
            throw new GarbledAnswerException("the cursor is none");
        }
    }

    private static MetaFailure invalid() {
        return new Outage(Outage.Kind.INVALID);
    }
}
