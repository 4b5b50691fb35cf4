package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.faults.Behaviour;
import dev.connexions.meta.sandbox.faults.Fault;
import dev.connexions.meta.sandbox.faults.Glob;
import dev.connexions.meta.sandbox.faults.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads what somebody wants to go wrong. */
final class NewFault {

    private static final int LONGEST_DELAY = 3_600_000;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    static final List<String> TOKENS = List.of("instagram", "user", "page", "system_user", "app");

    private NewFault() {}

    /** @return what makes the fault, once it has an id */
    static Function<String, Fault> read(Members members, Predicate<String> knownAccount, Instant now) {
        var match = match(members.object("match"), knownAccount);
        var behaviour = members.required("behaviour", members.choice("behaviour", Behaviour.class));
        var status = members.integer("status", 200, 599);
        var error = members.object("error");
        var code = error.integer("code", Integer.MIN_VALUE, Integer.MAX_VALUE);
        var subcode = error.integer("subcode", Integer.MIN_VALUE, Integer.MAX_VALUE);
        error.end();
        if (subcode != null && code == null) {
            throw error.bad("code", "is missing");
        }
        var body = members.node("body");
        var delay = members.integer("delayMs", 0, LONGEST_DELAY);
        var usage = members.integer("usage", 0, 100);
        var times = members.integer("times", 1, Integer.MAX_VALUE);
        var life = members.duration("for");
        var probability = members.share("probability");
        members.end();
        if (life != null && life.compareTo(LONGEST_LIFE) > 0) {
            throw members.bad("for", "must be ten years at most");
        }
        return id -> new Fault(
                id,
                match,
                behaviour,
                status,
                code,
                subcode,
                body,
                Duration.ofMillis(delay == null ? 0 : delay),
                usage == null ? 100 : usage,
                times,
                life == null ? null : now.plus(life),
                probability == null ? 1 : probability);
    }

    private static Match match(Members members, Predicate<String> knownAccount) {
        var method = members.text("method");
        var path = members.text("path");
        var account = members.text("account");
        var token = members.text("token");
        var fresh = members.node("fresh");
        members.end();
        if (path != null && !path.startsWith("/") && !path.startsWith("*")) {
            throw members.bad("path", "must begin with / or *");
        }
        if (account != null && !knownAccount.test(account)) {
            throw members.bad("account", "is no account's id");
        }
        if (token != null && !TOKENS.contains(token)) {
            throw members.bad("token", "must be one of " + String.join(", ", TOKENS));
        }
        if (fresh != null && !fresh.isBoolean()) {
            throw members.bad("fresh", "must be true or false");
        }
        return new Match(
                method == null ? null : method.toUpperCase(Locale.ROOT),
                path == null ? null : new Glob(path),
                account,
                token,
                fresh == null ? null : fresh.booleanValue());
    }
}
