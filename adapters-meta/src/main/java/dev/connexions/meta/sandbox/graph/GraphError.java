package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the Graph API words it (dossier 7.1); what is absent has no key.
 *
 * @param data {@code error_data}
 */
public record GraphError(
        int status,
        String type,
        int code,
        @Nullable Integer subcode,
        String message,
        @Nullable Boolean isTransient,
        @Nullable UserText user,
        @Nullable JsonNode data) {

    private static final String OAUTH = "OAuthException";
    private static final Set<Integer> ABOUT_TOKENS = Set.of(102, 104, 190);

    public static GraphError of(int code, String message) {
        return new GraphError(400, OAUTH, code, null, message, null, null, null);
    }

    public static GraphError of(int code, int subcode, String message) {
        return new GraphError(400, OAUTH, code, subcode, message, null, null, null);
    }

    public GraphError withStatus(int next) {
        return new GraphError(next, type, code, subcode, message, isTransient, user, data);
    }

    public GraphError withType(String next) {
        return new GraphError(status, next, code, subcode, message, isTransient, user, data);
    }

    public GraphError withTransient(boolean next) {
        return new GraphError(status, type, code, subcode, message, next, user, data);
    }

    public GraphError withUser(UserText next) {
        return new GraphError(status, type, code, subcode, message, isTransient, next, data);
    }

    public GraphError withData(JsonNode next) {
        return new GraphError(status, type, code, subcode, message, isTransient, user, next);
    }

    public GraphRefusalException refusal() {
        return new GraphRefusalException(this);
    }

    public Answer answer() {
        return answer("en_US");
    }

    public Answer answer(String locale) {
        var error = Json.object().put("message", message).put("type", type).put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (isTransient != null) {
            error.put("is_transient", isTransient);
        }
        if (user != null) {
            var text = user.in(locale);
            error.put("error_user_title", text.title()).put("error_user_msg", text.message());
        }
        if (data != null) {
            error.set("error_data", data);
        }
        var trace = TraceIds.next();
        error.put("fbtrace_id", trace);
        var answer = Answer.json(status, Json.object().set("error", error)).with("x-fb-trace-id", trace);
        return ABOUT_TOKENS.contains(code)
                ? answer.with("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\" \"" + message + "\"")
                : answer;
    }
}
