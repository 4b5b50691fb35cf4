package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import org.jspecify.annotations.Nullable;

/** A control request that makes no sense; says which member and why. */
final class ControlRefusalException extends RuntimeException {

    private final int status;
    private final @Nullable String field;

    private ControlRefusalException(int status, @Nullable String field, String message) {
        super(message);
        this.status = status;
        this.field = field;
    }

    static ControlRefusalException bad(@Nullable String field, String message) {
        return new ControlRefusalException(400, field, field == null ? message : field + ": " + message);
    }

    static ControlRefusalException notFound(String what) {
        return new ControlRefusalException(404, null, what);
    }

    static ControlRefusalException wrongMethod(String method) {
        return new ControlRefusalException(405, null, "this knows no " + method);
    }

    Answer answer() {
        return Answer.json(status, Json.object().put("error", getMessage()).put("field", field));
    }
}
