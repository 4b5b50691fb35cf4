package dev.connexions.meta.sandbox.faults;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fault says, where it says something. */
final class FaultAnswers {

    private static final String HTML = """
        <!DOCTYPE html>
        <html><head><title>Error</title></head>
        <body><h1>Sorry, something went wrong.</h1><p>We are working on getting this fixed.</p></body></html>
        """;

    /** From this percentage on, calls are refused. */
    static final int FULL = 100;

    private FaultAnswers() {}

    /** A body to the letter, or else an error; 500 and code 2 when nothing is said about it. */
    static Answer given(Fault fault) {
        var body = fault.body();
        if (body != null) {
            var status = or(fault.status(), 200);
            return body.isTextual() ? Answer.text(status, body.textValue()) : Answer.json(status, body);
        }
        var code = fault.code();
        return code == null
                ? error(or(fault.status(), 500), 2, null, "An unexpected error has occurred.")
                : error(or(fault.status(), 400), code, fault.subcode(), "An error was asked for.");
    }

    static Answer html(Fault fault) {
        return Answer.html(or(fault.status(), 502), HTML);
    }

    static Answer throttled(Fault fault, Instant now) {
        return used(
                fault, error(or(fault.status(), 400), or(fault.code(), 4), fault.subcode(), "Too many calls."), now);
    }

    /** The headers that tell how much is used; those of the account only where the fault names it (dossier 6). */
    static Answer used(Fault fault, Answer answer, Instant now) {
        var usage = Json.object()
                .put("call_count", fault.usage())
                .put("total_time", fault.usage())
                .put("total_cputime", fault.usage());
        var told = answer.with("X-App-Usage", Json.write(usage));
        var account = fault.match().account();
        if (account == null) {
            return told;
        }
        var useCase = usage.deepCopy()
                .put("type", "instagram")
                .put("estimated_time_to_regain_access", fault.usage() < FULL ? 0 : minutes(fault, now));
        return told.with(
                "X-Business-Use-Case-Usage",
                Json.write(Json.object().set(account, Json.array().add(useCase))));
    }

    private static long minutes(Fault fault, Instant now) {
        var wait = fault.until() == null ? Duration.ofHours(1) : Duration.between(now, fault.until());
        return Math.max(1, wait.toMinutes());
    }

    private static Answer error(int status, int code, @Nullable Integer subcode, String message) {
        var error = Json.object()
                .put("message", "(#" + code + ") " + message)
                .put("type", "OAuthException")
                .put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        error.put("is_transient", status >= 500).put("fbtrace_id", "Afault");
        return Answer.json(status, Json.object().set("error", error));
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
