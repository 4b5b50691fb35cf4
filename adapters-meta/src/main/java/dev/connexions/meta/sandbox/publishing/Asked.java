package dev.connexions.meta.sandbox.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.http.UnreadableCallException;
import dev.connexions.meta.sandbox.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a container, read by type. */
final class Asked {

    /** What every call carries and no container is made of. */
    private static final Set<String> CARRIED = Set.of(
            "access_token", "appsecret_proof", "appsecret_time", "method", "format", "locale", "pretty", "debug");

    private final Params params;

    Asked(Params params) {
        this.params = params;
    }

    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        params.names().stream()
                .filter(name -> !CARRIED.contains(name))
                .forEach(name -> all.put(name, params.one(name).orElse("")));
        return all;
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    /** Empty is absent. */
    Optional<String> text(String name) {
        return params.one(name).filter(value -> !value.isEmpty());
    }

    boolean flag(String name) {
        var value = text(name).orElse("false");
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw Refusal.invalid("(#100) Param " + name + " must be a boolean")
                        .thrown();
        };
    }

    /** An array or object of JSON. */
    Optional<JsonNode> json(String name) {
        try {
            return text(name).map(Json::read);
        } catch (UnreadableCallException malformed) {
            throw Refusal.invalid("(#100) Param " + name + " must be JSON").thrown();
        }
    }

    JsonNode array(String name) {
        var value = json(name).orElse(Json.array());
        if (!value.isArray()) {
            throw Refusal.invalid("(#100) Param " + name + " must be an array").thrown();
        }
        return value;
    }

    List<String> list(String name) {
        try {
            return params.list(name);
        } catch (UnreadableCallException malformed) {
            throw Refusal.invalid("(#100) Param " + name + " must be an array").thrown();
        }
    }

    void refuse(String name, boolean wrong) {
        if (wrong && has(name)) {
            throw Refusal.invalid("(#100) Param " + name + " is not supported for this media")
                    .thrown();
        }
    }
}
