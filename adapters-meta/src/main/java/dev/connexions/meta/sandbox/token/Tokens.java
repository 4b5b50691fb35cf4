package dev.connexions.meta.sandbox.token;

import dev.connexions.meta.sandbox.token.Token.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The codes and tokens that were issued. Codes are forgotten once used or expired, tokens half a year after their end, so
 * that a long-running sandbox does not grow for ever; but not long-lived user tokens, for the page tokens that came from
 * one outlive it. Guarded by its owner's lock.
 */
public final class Tokens {

    public static final Duration REFRESHABLE_FROM = Duration.ofHours(24);

    private static final Duration CODE_LIFETIME = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Token> passing = new LinkedHashMap<>();
    private final Map<String, Token> lasting = new LinkedHashMap<>();
    private final Map<String, Token> byPageKey = new HashMap<>();
    private long issued;

    public Code issueCode(Code.Grant grant, Instant now) {
        forget(codes.values(), old -> !now.isBefore(old.expiresAt()));
        var code = new Code(Secrets.random("AQB", 120), grant, now.plus(CODE_LIFETIME));
        codes.put(code.value(), code);
        return code;
    }

    public Optional<Code> code(String value) {
        return Optional.ofNullable(codes.get(value));
    }

    public void useUp(Code code) {
        codes.remove(code.value());
    }

    /** @param lifetime absent: for ever */
    public Token issue(
            Kind kind,
            String holder,
            boolean longLived,
            List<String> scopes,
            Instant now,
            @Nullable Duration lifetime) {
        forget(
                passing.values(),
                old -> old.expiresAt() != null && now.isAfter(old.expiresAt().plus(REMEMBERED)));
        var token = new Token(
                Secrets.random(kind == Kind.INSTAGRAM ? "IGAA" : "EAA", 160),
                issued++,
                kind,
                holder,
                null,
                longLived,
                scopes,
                now,
                lifetime == null ? null : now.plus(lifetime));
        put(token);
        return token;
    }

    public Optional<Token> token(String value) {
        var found = passing.get(value);
        return Optional.ofNullable(found == null ? lasting.get(value) : found)
                .or(() -> PageTokens.parse(value, byPageKey::get));
    }

    /** The number that the next token gets. */
    public long nextNumber() {
        return issued;
    }

    public Collection<Code> codes() {
        return List.copyOf(codes.values());
    }

    /** Without page tokens, which are made of user tokens. */
    public Collection<Token> tokens() {
        var all = new ArrayList<Token>(passing.size() + lasting.size());
        all.addAll(lasting.values());
        all.addAll(passing.values());
        return all;
    }

    public void restore(long issuedSoFar, Collection<Code> oldCodes, Collection<Token> oldTokens) {
        clear();
        issued = issuedSoFar;
        oldCodes.forEach(code -> codes.put(code.value(), code));
        oldTokens.forEach(this::put);
    }

    public void clear() {
        codes.clear();
        passing.clear();
        lasting.clear();
        byPageKey.clear();
        issued = 0;
    }

    private void put(Token token) {
        var lasts = token.kind() != Kind.INSTAGRAM && token.longLived();
        (lasts ? lasting : passing).put(token.value(), token);
        if (token.kind() != Kind.INSTAGRAM) {
            byPageKey.put(PageTokens.key(token), token);
        }
    }

    /** From the eldest on, and no further than needed: looking at all of them each time would be slow. */
    private static <T> void forget(Collection<T> all, Predicate<T> past) {
        var eldest = all.iterator();
        while (eldest.hasNext() && past.test(eldest.next())) {
            eldest.remove();
        }
    }
}
