package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several calls in one, as Meta spells them. */
final class Batch {

    static final int MAX_CALLS = 50;

    private Batch() {}

    static GraphCall of(LoginProduct product, AccessToken token, List<GraphCall> calls, Addresses addresses) {
        if (calls.isEmpty() || calls.size() > MAX_CALLS) {
            throw new IllegalArgumentException("a batch has 1 to " + MAX_CALLS + " calls");
        }
        return GraphCall.post(product)
                .with("batch", spell(calls, addresses))
                .with("include_headers", "false")
                .as(token);
    }

    private static String spell(List<GraphCall> calls, Addresses addresses) {
        var batch = JsonNodeFactory.instance.arrayNode();
        for (var call : calls) {
            var inForm = call.method() == GraphCall.Method.POST;
            var parameters = Requests.encode(call.parameters());
            var path = addresses.inBatch(call);
            var entry = batch.addObject()
                    .put("method", call.method().name())
                    .put("relative_url", inForm || parameters.isEmpty() ? path : path + "?" + parameters);
            if (inForm) {
                entry.put("body", parameters);
            }
        }
        return batch.toString();
    }

    /** One reading for each call, in their order. */
    static List<Reading> read(JsonNode answers, int calls, Reader reader) {
        if (answers.size() != calls) {
            return Collections.nCopies(calls, broken(Outage.Kind.INVALID));
        }
        var readings = new ArrayList<Reading>(calls);
        answers.forEach(answer -> readings.add(read(answer, reader)));
        return readings;
    }

    /** Null stands for a call that was not finished in time. */
    private static Reading read(JsonNode answer, Reader reader) {
        if (answer.isNull()) {
            return broken(Outage.Kind.TIMEOUT);
        }
        var code = answer.path("code");
        var body = answer.path("body");
        return code.isInt() && body.isTextual()
                ? reader.read(code.intValue(), body.textValue().getBytes(UTF_8))
                : broken(Outage.Kind.INVALID);
    }

    private static Reading broken(Outage.Kind kind) {
        return new Reading.Broken(kind, true);
    }
}
