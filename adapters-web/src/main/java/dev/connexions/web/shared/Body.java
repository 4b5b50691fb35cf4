package dev.connexions.web.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The JSON object that a request carries, closed: a member that nobody asked for is a fault. */
public final class Body {

    private final ObjectNode object;
    private final Faults faults;

    private Body(ObjectNode object, Faults faults) {
        this.object = object;
        this.faults = faults;
    }

    static Body read(byte[] bytes, Set<String> members, Faults faults) {
        var object = object(bytes);
        object.fieldNames().forEachRemaining(name -> {
            if (!members.contains(name)) {
                faults.inBody(ProblemType.UNKNOWN_MEMBER, pointer(name), "The operation has no such member.");
            }
        });
        return new Body(object, faults);
    }

    public <T> Field<T> required(String member, Reading<JsonNode, T> reading) {
        var node = object.path(member);
        if (node.isMissingNode() || node.isNull()) {
            faults.inBody(ProblemType.VALIDATION_FAILED, pointer(member), "It is required.");
            return new Field<>(null);
        }
        return field(member, node, reading);
    }

    /** Null is as good as absent. */
    public <T> Field<T> optional(String member, Reading<JsonNode, T> reading) {
        var node = object.path(member);
        return node.isMissingNode() || node.isNull() ? new Field<>(null) : field(member, node, reading);
    }

    /** It has to be there, and may be null. */
    public <T> Field<T> nullable(String member, Reading<JsonNode, T> reading) {
        if (!object.has(member)) {
            faults.inBody(ProblemType.VALIDATION_FAILED, pointer(member), "It is required, and may be null.");
        }
        return optional(member, reading);
    }

    /** Of a merge patch: absent leaves the member as it is, null removes it, so that it is {@code removed} again. */
    public <T> Field<T> patched(String member, Reading<JsonNode, T> reading, T removed) {
        return object.path(member).isNull() ? new Field<>(removed) : optional(member, reading);
    }

    /** The same of a member that cannot be removed. */
    public <T> Field<T> patched(String member, Reading<JsonNode, T> reading) {
        return object.has(member) ? required(member, reading) : new Field<>(null);
    }

    private <T> Field<T> field(String member, JsonNode node, Reading<JsonNode, T> reading) {
        try {
            return new Field<>(reading.read(node));
        } catch (IllegalArgumentException wrong) {
            faults.inBody(ProblemType.VALIDATION_FAILED, pointer(member), Sentence.of(wrong));
            return new Field<>(null);
        }
    }

    private static ObjectNode object(byte[] bytes) {
        try {
            if (Json.parse(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw new Refusal(ProblemType.MALFORMED_REQUEST, "The body is a JSON object.");
        } catch (Json.Malformed malformed) {
            throw new Refusal(ProblemType.MALFORMED_REQUEST, String.valueOf(malformed.getMessage()));
        }
    }

    /** RFC 6901. */
    private static String pointer(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
