package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.meta.shared.GraphListing;
import dev.connexions.meta.shared.GraphReply;
import java.util.List;

/** One of several calls that only make sense together brought nothing. */
final class CallFailedException extends RuntimeException {

    private final transient MetaFailure why;

    private CallFailedException(MetaFailure why) {
        super(why.summary());
        this.why = why;
    }

    static JsonNode body(GraphReply reply) {
        return switch (reply) {
            case GraphReply.Answered(var body) -> body;
            case GraphReply.Failed(var why) -> throw new CallFailedException(why);
        };
    }

    static List<JsonNode> items(GraphListing listing) {
        return switch (listing) {
            case GraphListing.All(var items) -> items;
            case GraphListing.Failed(var why) -> throw new CallFailedException(why);
        };
    }

    MetaFailure why() {
        return why;
    }
}
