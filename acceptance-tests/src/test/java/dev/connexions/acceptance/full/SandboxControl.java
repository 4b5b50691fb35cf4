package dev.connexions.acceptance.full;

import dev.connexions.acceptance.Driver.Person;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The sandbox's control API, as a platform's own tests would use it. */
final class SandboxControl {

    private final Http http;
    private final URI sandbox;

    SandboxControl(Http http, URI sandbox) {
        this.http = http;
        this.sandbox = sandbox;
    }

    Person person(String username, boolean personal) {
        // scenarios name the same account again and again; at Meta a name is taken for good
        var unique = username + "." + UUID.randomUUID().toString().substring(0, 8);
        var account = post(
                        "/_sandbox/accounts",
                        Map.of("username", unique, "type", personal ? "PERSONAL" : "BUSINESS", "login", "instagram"))
                .json();
        return new Person(
                account.path("consentUsername").asText(),
                account.path("consentPassword").asText(),
                account.path("id").asText());
    }

    void advance(Duration time) {
        post("/_sandbox/clock", Map.of("advance", time.toString()));
    }

    void breakTokenEndpoint() {
        post(
                "/_sandbox/faults",
                Map.of("match", Map.of("path", "*/oauth/access_token"), "behaviour", "answer", "status", 500));
    }

    void refuseRenewals() {
        post(
                "/_sandbox/faults",
                Map.of(
                        "match",
                        Map.of("path", "*/refresh_access_token"),
                        "behaviour",
                        "answer",
                        "status",
                        400,
                        "error",
                        Map.of("code", 190, "subcode", 460)));
    }

    int renewals(String account) {
        var count = 0;
        for (var request : http.get(sandbox.resolve("/_sandbox/requests?account=" + account))
                .json()
                .path("items")) {
            if (request.path("path").asText().endsWith("/refresh_access_token")) {
                count++;
            }
        }
        return count;
    }

    void healAll() {
        http.call("DELETE", sandbox.resolve("/_sandbox/faults").toString(), null, null);
    }

    void forgetRequests() {
        http.call("DELETE", sandbox.resolve("/_sandbox/requests").toString(), null, null);
    }

    int codeExchanges() {
        var received = http.get(sandbox.resolve("/_sandbox/requests")).json().path("items");
        var count = 0;
        for (var request : received) {
            if (request.path("method").asText().equals("POST")
                    && request.path("path").asText().endsWith("/oauth/access_token")) {
                count++;
            }
        }
        return count;
    }

    private Http.Reply post(String path, Object body) {
        var reply = http.call("POST", sandbox.resolve(path).toString(), null, body);
        if (reply.status() >= 300) {
            throw new AssertionError("the sandbox refused " + path + ": " + reply.text());
        }
        return reply;
    }
}
