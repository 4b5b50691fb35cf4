package dev.connexions.meta.shared;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an answer is. Meta refuses in two shapes, {@code {"error":{"code":…,"error_subcode":…}}} and, at the token
 * endpoint of Instagram Login, {@code {"error_type":…,"code":…,"error_message":…}}, and not always with the status that
 * one would expect.
 */
final class GraphErrors {

    private static final int THROTTLED_STATUS = 429;

    private GraphErrors() {}

    static GraphReply read(int status, byte[] bytes) {
        var body = StrictJson.object(bytes).orElse(null);
        if (body == null) {
            return failed(withoutJson(status));
        }
        if (body.has("error")) {
            return failed(enveloped(status, body.get("error")));
        }
        if (body.has("error_type") || body.has("error_message")) {
            return failed(flat(status, body));
        }
        return isSuccess(status) ? new GraphReply.Answered(body) : failed(withoutJson(status));
    }

    private static GraphReply failed(GraphFailure why) {
        return new GraphReply.Failed(why);
    }

    private static GraphFailure withoutJson(int status) {
        if (status >= 500) {
            return new GraphFailure.Outage(status, 0);
        }
        return status == THROTTLED_STATUS
                ? new GraphFailure.Throttled(status)
                : new GraphFailure.Unintelligible("status " + status
                        + (isSuccess(status) ? ", not the JSON it should be" : ", no error that Meta documents"));
    }

    private static GraphFailure enveloped(int status, JsonNode error) {
        var code = integer(error, "code");
        if (code == null) {
            return withoutJson(status);
        }
        var subcode = integer(error, "error_subcode");
        return switch (code) {
            case 1, 2 -> new GraphFailure.Outage(status, code);
            case 4, 17, 32, 341, 613, 80001, 80002, 80006 -> new GraphFailure.Throttled(code);
            case 102, 190 -> new GraphFailure.TokenRefused(code, subcode);
            case 3, 10 -> new GraphFailure.PermissionRefused(code, subcode);
            default ->
                code >= 200 && code <= 299
                        ? new GraphFailure.PermissionRefused(code, subcode)
                        : new GraphFailure.Rejected(code, subcode);
        };
    }

    /** Here {@code code} repeats the status. */
    private static GraphFailure flat(int status, JsonNode body) {
        var code = integer(body, "code");
        if (status >= 500 || (code != null && code >= 500)) {
            return new GraphFailure.Outage(status, code == null ? 0 : code);
        }
        return status == THROTTLED_STATUS
                ? new GraphFailure.Throttled(status)
                : new GraphFailure.Rejected(code == null ? status : code, null);
    }

    private static @Nullable Integer integer(JsonNode object, String member) {
        var value = object.get(member);
        return value != null && value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status <= 299;
    }
}
