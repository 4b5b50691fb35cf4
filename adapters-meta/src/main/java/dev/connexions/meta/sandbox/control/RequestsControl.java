package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.faults.Glob;
import dev.connexions.meta.sandbox.http.Address;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.requests.Received;
import dev.connexions.meta.sandbox.requests.Requests;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class RequestsControl implements Resource {

    private static final Set<String> FILTERS = Set.of("path", "account", "since", "limit");

    private final Requests requests;

    RequestsControl(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET", "DELETE");
        if (call.isGet()) {
            var filter = filter(call);
            return Control.items(requests.find(filter).stream()
                    .limit(Excerpt.limit(call.params().one("limit").orElse("")))
                    .map(RequestsControl::describe)
                    .toList());
        }
        requests.clear();
        return Answer.empty(204);
    }

    private static Predicate<Received> filter(Call call) {
        for (var name : call.params().names()) {
            if (!FILTERS.contains(name)) {
                throw ControlRefusalException.bad(name, "is no filter; there are path, account, since and limit");
            }
        }
        var path = call.params().one("path").map(Glob::new).orElse(null);
        var account = call.params().one("account").orElse(null);
        var since = since(call.params().one("since").orElse(null));
        return received -> (path == null || path.matches(Address.of(received.path())))
                && (account == null || account.equals(received.account()))
                && (since == null || !received.at().isBefore(since));
    }

    private static @Nullable Instant since(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw ControlRefusalException.bad("since", "must be a moment such as 2026-11-22T10:00:00Z");
        }
    }

    private static ObjectNode describe(Received received) {
        var parameters = Json.object();
        received.parameters().forEach((name, values) -> {
            if (values.size() == 1) {
                parameters.put(name, values.getFirst());
            } else {
                values.forEach(parameters.putArray(name)::add);
            }
        });
        var node = Json.object()
                .put("number", received.number())
                .put("at", received.at().toString())
                .put("method", received.method())
                .put("path", received.path());
        node.set("parameters", parameters);
        return node.put("withToken", received.withToken())
                .put("account", received.account())
                .put("status", received.status())
                .put("fault", received.fault());
    }
}
