package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Trouble;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A refusal as the Graph API words it. */
public record GraphError(
        int status, String type, int code, @Nullable Integer subcode, String message) {

    private static final String OAUTH = "OAuthException";
    private static final String INSTAGRAM = "IGApiException";

    static GraphError noToken() {
        return new GraphError(400, OAUTH, 190, null, "An active access token must be used to query information.");
    }

    static GraphError unknownToken() {
        return new GraphError(400, OAUTH, 190, null, "Invalid OAuth access token - Cannot parse access token");
    }

    static GraphError expiredToken() {
        return new GraphError(400, OAUTH, 190, 463, "Error validating access token: Session has expired.");
    }

    static GraphError deadToken(Trouble.Kind why) {
        var message = switch (why) {
            case REVOKED -> "Error validating access token: The user has not authorized the application.";
            case CHECKPOINTED -> "Error validating access token: The user is enrolled in a blocking checkpoint.";
            case PASSWORD_CHANGED -> "Error validating access token: The session was invalidated by a new password.";
        };
        return new GraphError(400, OAUTH, 190, why.subcode(), message);
    }

    static GraphError unknownField(String field) {
        return new GraphError(400, INSTAGRAM, 100, null, "Tried accessing nonexisting field (" + field + ")");
    }

    static GraphError noSuchObject() {
        return new GraphError(400, INSTAGRAM, 100, 33, "Unsupported request: the object does not exist.");
    }

    static GraphError missingPermission() {
        return new GraphError(400, OAUTH, 10, null, "Application does not have permission for this action");
    }

    static GraphError invalidParameter(String message) {
        return new GraphError(400, OAUTH, 100, null, message);
    }

    static GraphError unknownVersion(String version) {
        return new GraphError(400, OAUTH, 2635, null, "Unknown Graph API version " + version);
    }

    static GraphError unknownPath() {
        return new GraphError(400, OAUTH, 2500, null, "Unknown path components");
    }

    /** Also what a dead or a wrong kind of token gets where tokens are renewed. */
    public static GraphError unsupportedMethod(String method) {
        return new GraphError(
                400, INSTAGRAM, 100, null, "Unsupported request - method type: " + method.toLowerCase(Locale.ROOT));
    }

    public static GraphError unreadable(String why) {
        return invalidParameter("Invalid request: " + why);
    }

    public Answer answer() {
        var error = Json.object().put("message", message).put("type", type).put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        error.put("fbtrace_id", traceId());
        var answer = Answer.json(status, Json.object().set("error", error));
        return code == 190
                ? answer.with("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\" \"" + message + "\"")
                : answer;
    }

    private static String traceId() {
        return "A" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }
}
