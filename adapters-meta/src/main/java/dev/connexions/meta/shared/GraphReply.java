package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure;

/** What a call to Meta brought. */
public sealed interface GraphReply {

    /** @param body a JSON object that is no error, whatever its shape */
    record Answered(JsonNode body) implements GraphReply {

        /** What Meta answers may be a token. */
        @Override
        public String toString() {
            return "Answered[***]";
        }
    }

    record Failed(MetaFailure why) implements GraphReply {}
}
