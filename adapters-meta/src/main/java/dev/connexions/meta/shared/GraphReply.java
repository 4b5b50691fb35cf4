package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;

/** What a call to Meta brought. */
public sealed interface GraphReply {

    /** @param body a JSON object that is no error, whatever its shape */
    record Answered(JsonNode body) implements GraphReply {}

    record Failed(GraphFailure why) implements GraphReply {}
}
