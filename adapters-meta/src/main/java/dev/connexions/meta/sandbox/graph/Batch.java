package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.UnreadableCallException;
import java.util.Optional;
import java.util.function.Function;

/** Up to fifty calls in one, answered in their order, each as if it had come alone (dossier 10.1). */
public final class Batch {

    private static final int MOST = 50;

    private Batch() {}

    /** Whether a call is one. */
    public static boolean isOne(Call call) {
        return call.isPost()
                && call.address().path().equals("/")
                && call.params().one("batch").isPresent();
    }

    /** @param dealing answers a call as if it had come alone; empty when nothing comes back, as when time runs out */
    public static Answer answer(Call call, Function<Call, Optional<Answer>> dealing) {
        try {
            var entries = entries(call);
            var names = new BatchNames();
            var answers = Json.array();
            for (var entry : entries) {
                answers.add(answer(call, entry, names, dealing));
            }
            return Answer.json(200, answers).with("x-fb-trace-id", TraceIds.next());
        } catch (GraphRefusalException refused) {
            return refused.error().answer(call.params().one("locale").orElse("en_US"));
        }
    }

    private static JsonNode entries(Call call) {
        if (call.token() == null) {
            throw GraphError.of(104, "An access token is required to request this resource.")
                    .refusal();
        }
        var entries = read(call.params().one("batch").orElse(""));
        if (!entries.isArray() || entries.isEmpty()) {
            throw refusal("batch parameter must be a JSON array");
        }
        if (entries.size() > MOST) {
            throw refusal("Too many requests in batch message. Maximum batch size is " + MOST);
        }
        return entries;
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text);
        } catch (UnreadableCallException malformed) {
            throw refusal("batch parameter must be a JSON array");
        }
    }

    private static JsonNode answer(
            Call batch, JsonNode entry, BatchNames names, Function<Call, Optional<Answer>> dealing) {
        var answer = dealt(batch, entry, names, dealing);
        if (answer.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        var name = entry.path("name").asText("");
        names.remember(name, answer.get());
        var omitted = !name.isEmpty()
                && answer.get().status() == 200
                && entry.path("omit_response_on_success").asBoolean(true);
        return omitted ? JsonNodeFactory.instance.nullNode() : element(batch, answer.get());
    }

    private static Optional<Answer> dealt(
            Call batch, JsonNode entry, BatchNames names, Function<Call, Optional<Answer>> dealing) {
        try {
            return dealing.apply(BatchEntry.call(batch, entry, names));
        } catch (GraphRefusalException refused) {
            return Optional.of(refused.error().answer());
        } catch (UnreadableCallException unreadable) {
            return Optional.of(GraphErrors.unreadable(String.valueOf(unreadable.getMessage()))
                    .answer());
        }
    }

    private static JsonNode element(Call batch, Answer answer) {
        var element = Json.object().put("code", answer.status());
        if (!batch.params().one("include_headers").orElse("true").matches("false|0")) {
            var headers = element.putArray("headers");
            answer.headers()
                    .forEach((name, value) ->
                            headers.addObject().put("name", name).put("value", value));
        }
        return element.put("body", answer.body());
    }

    static GraphRefusalException refusal(String message) {
        return GraphError.of(100, message).withType("GraphBatchException").refusal();
    }
}
