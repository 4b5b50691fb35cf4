package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.meta.catalogue.ErrorClass;
import dev.connexions.meta.catalogue.ErrorClasses;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an answer is. Meta refuses in three shapes: {@code {"error":{"code":…,"error_subcode":…}}}; at the token
 * endpoint of Instagram Login {@code {"error_type":…,"code":…,"error_message":…}}; at the upload host
 * {@code {"debug_info":{"retriable":…,"message":…}}}. None of them comes always with the status that one would expect.
 */
final class Reader {

    private static final int THROTTLED_STATUS = 429;
    private static final ErrorClass THROTTLED =
            new ErrorClass(ErrorClass.Kind.THROTTLED, "too_many_requests", false, false);
    private static final ErrorClass OAUTH_REFUSED =
            new ErrorClass(ErrorClass.Kind.REJECTED, "oauth_refused", false, false);
    private static final ErrorClass UPLOAD_INTERRUPTED =
            new ErrorClass(ErrorClass.Kind.TRANSIENT, "upload_interrupted", false, false);
    private static final ErrorClass UPLOAD_REFUSED =
            new ErrorClass(ErrorClass.Kind.REJECTED, "upload_refused", false, false);

    private final ErrorClasses classes;

    Reader(ErrorClasses classes) {
        this.classes = classes;
    }

    Reading read(int status, byte[] bytes) {
        var body = StrictJson.object(bytes).orElse(null);
        if (body == null) {
            return unintelligible(status);
        }
        if (body.has("error")) {
            return enveloped(status, body.get("error"));
        }
        if (body.has("error_type") || body.has("error_message")) {
            return flat(status, body);
        }
        if (body.has("debug_info")) {
            return upload(status, body.get("debug_info"));
        }
        return isSuccess(status) ? new Reading.Good(body) : unintelligible(status);
    }

    /** Where a list of answers should be, an object is at best a refusal. */
    Reading readBatch(int status, byte[] bytes) {
        var answers = StrictJson.array(bytes);
        if (answers.isPresent() && isSuccess(status)) {
            return new Reading.Good(answers.get());
        }
        return read(status, bytes) instanceof Reading.Refused refused ? refused : unintelligible(status);
    }

    private Reading unintelligible(int status) {
        if (status == THROTTLED_STATUS) {
            return new Reading.Refused(new Evidence(status, null), THROTTLED, false);
        }
        return status >= 500
                ? new Reading.Broken(Outage.Kind.FAILED, true)
                // a refusal without a reason is still no success
                : new Reading.Broken(Outage.Kind.INVALID, isSuccess(status));
    }

    private Reading enveloped(int status, JsonNode error) {
        var code = integer(error, "code");
        if (code == null) {
            return unintelligible(status);
        }
        var subcode = integer(error, "error_subcode");
        return new Reading.Refused(new Evidence(code, subcode), classes.of(code, subcode), status >= 500);
    }

    /** Here {@code code} repeats the status. */
    private Reading flat(int status, JsonNode body) {
        var code = integer(body, "code");
        if (status >= 500 || (code != null && code >= 500)) {
            return new Reading.Broken(Outage.Kind.FAILED, true);
        }
        return status == THROTTLED_STATUS
                ? unintelligible(status)
                : new Reading.Refused(new Evidence(code == null ? status : code, null), OAUTH_REFUSED, false);
    }

    /** Its message is sometimes an answer of its own, in JSON. */
    private Reading upload(int status, JsonNode info) {
        var message = info.get("message");
        var inner = message != null && message.isTextual()
                ? StrictJson.object(message.textValue().getBytes(UTF_8)).orElse(null)
                : null;
        if (inner != null && integer(inner.path("error"), "code") != null) {
            return enveloped(status, inner.get("error"));
        }
        return new Reading.Refused(
                new Evidence(status, null),
                info.path("retriable").asBoolean(false) ? UPLOAD_INTERRUPTED : UPLOAD_REFUSED,
                status >= 500);
    }

    private static @Nullable Integer integer(JsonNode object, String member) {
        var value = object.get(member);
        return value != null && value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status <= 299;
    }
}
