package dev.connexions.meta.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Body;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Intake;
import java.util.HashMap;

/** Makes a call of an entry of a batch. */
final class BatchEntry {

    private BatchEntry() {}

    static Call call(Call batch, JsonNode entry, BatchNames names) {
        var dependsOn = entry.path("depends_on").asText("");
        if (!dependsOn.isEmpty()) {
            names.require(dependsOn);
        }
        if (!entry.path("relative_url").isTextual()) {
            throw Batch.refusal("Each batch request must have a relative_url");
        }
        var url = names.resolve(entry.path("relative_url").asText()).replaceFirst("^(https?://[^/]*)?/*", "");
        var version = batch.address().version();
        var path = version == null || url.matches("v[0-9]+\\.[0-9]+([/?].*)?") ? url : version + "/" + url;
        var headers = new HashMap<>(batch.headers());
        headers.keySet().removeIf(name -> name.startsWith("content-") || name.equals("if-none-match"));
        headers.put("content-type", "application/x-www-form-urlencoded");
        var called = Intake.read(
                entry.path("method").asText("GET"),
                batch.origin(),
                "/" + batch.address().host() + "/" + path,
                headers,
                new Body(names.resolve(entry.path("body").asText("")).getBytes(UTF_8)));
        if (Batch.isOne(called)) {
            throw Batch.refusal("A batch cannot hold another");
        }
        var own = entry.path("access_token")
                .asText(called.params().one("access_token").orElse(""));
        return called.with(batch.address().prefix(), own.isEmpty() ? batch.token() : own);
    }
}
