package dev.connexions.acceptance.full;

import dev.connexions.acceptance.Driver.OnPage;
import dev.connexions.acceptance.Driver.Person;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        var unique = unique(username);
        var account = post(
                        "/_sandbox/accounts",
                        Map.of("username", unique, "type", personal ? "PERSONAL" : "BUSINESS", "login", "instagram"))
                .json();
        return new Person(
                account.path("consentUsername").asText(),
                account.path("consentPassword").asText(),
                account.path("id").asText());
    }

    Person facebookPerson(String username) {
        var unique = unique(username);
        var person = post("/_sandbox/people", Map.of("username", unique, "password", "unused"))
                .json();
        return new Person(unique, "unused", person.path("id").asText());
    }

    Person withPage(Person person, String name, boolean linked) {
        var page = new HashMap<String, Object>();
        page.put("name", name);
        page.put("owner", person.accountId());
        if (!linked) {
            var made = post("/_sandbox/pages", page).json();
            return person.with(name, new OnPage(made.path("id").asText(), null, null));
        }
        var username = unique(name.toLowerCase(Locale.ROOT).replace(' ', '.'));
        var account = post(
                        "/_sandbox/accounts",
                        Map.of("username", username, "login", "facebook", "owner", person.accountId(), "page", false))
                .json()
                .path("id")
                .asText();
        page.put("instagram", account);
        var made = post("/_sandbox/pages", page).json();
        return person.with(name, new OnPage(made.path("id").asText(), account, username));
    }

    /** Scenarios name the same account again and again; at Meta a name is taken for good. */
    private static String unique(String username) {
        return username + "." + UUID.randomUUID().toString().substring(0, 8);
    }

    void advance(Duration time) {
        post("/_sandbox/clock", Map.of("advance", time.toString()));
    }

    /** No code is exchanged, and the Graph of Facebook Login answers nothing. */
    void breakDown() {
        for (var path : List.of("*/oauth/access_token", "*graph.facebook.com*")) {
            post("/_sandbox/faults", Map.of("match", Map.of("path", path), "behaviour", "answer", "status", 500));
        }
    }

    /** Long enough for something else to happen while it is under way. */
    void slowCodeExchange() {
        post(
                "/_sandbox/faults",
                Map.of(
                        "match",
                        Map.of("path", "*/oauth/access_token"),
                        "behaviour",
                        "slow",
                        "delayMs",
                        2000,
                        "times",
                        1));
    }

    boolean hasRevoked(Person person) {
        return http.get(sandbox.resolve("/_sandbox/people/" + person.accountId()))
                .json()
                .path("condition")
                .asText()
                .equals("revoked");
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
