package dev.connexions.meta.sandbox.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The codes and tokens that were issued. Codes are forgotten once used or expired, tokens half a year after their end, so
 * that a long-running sandbox does not grow for ever. Guarded by its owner's lock.
 */
public final class Tokens {

    private static final Duration CODE_LIFETIME = Duration.ofHours(1);
    private static final Duration SHORT_LIFETIME = Duration.ofHours(1);
    private static final Duration LONG_LIFETIME = Duration.ofDays(60);
    public static final Duration REFRESHABLE_FROM = Duration.ofHours(24);

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private long issued;

    public Code issueCode(String account, String redirectUri, List<String> scopes, Instant now) {
        forget(codes.values(), old -> !now.isBefore(old.expiresAt()));
        var code = new Code(Secrets.random("AQB", 120), account, redirectUri, scopes, now.plus(CODE_LIFETIME));
        codes.put(code.value(), code);
        return code;
    }

    public Optional<Code> code(String value) {
        return Optional.ofNullable(codes.get(value));
    }

    public void useUp(Code code) {
        codes.remove(code.value());
    }

    public Token issueShort(String account, List<String> scopes, Instant now) {
        return issue(account, false, scopes, now, SHORT_LIFETIME);
    }

    public Token issueLong(String account, List<String> scopes, Instant now) {
        return issue(account, true, scopes, now, LONG_LIFETIME);
    }

    public Optional<Token> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    /** The number that the next token gets. */
    public long nextNumber() {
        return issued;
    }

    public Collection<Code> codes() {
        return List.copyOf(codes.values());
    }

    public Collection<Token> tokens() {
        return List.copyOf(tokens.values());
    }

    public void restore(long issuedSoFar, Collection<Code> oldCodes, Collection<Token> oldTokens) {
        clear();
        issued = issuedSoFar;
        oldCodes.forEach(code -> codes.put(code.value(), code));
        oldTokens.forEach(token -> tokens.put(token.value(), token));
    }

    public void clear() {
        codes.clear();
        tokens.clear();
        issued = 0;
    }

    private Token issue(String account, boolean longLived, List<String> scopes, Instant now, Duration lifetime) {
        forget(tokens.values(), old -> now.isAfter(old.expiresAt().plus(REMEMBERED)));
        var token =
                new Token(Secrets.random("IGAA", 160), issued++, account, longLived, scopes, now, now.plus(lifetime));
        tokens.put(token.value(), token);
        return token;
    }

    /** From the eldest on, and no further than needed: looking at all of them each time would be slow. */
    private static <T> void forget(Collection<T> all, Predicate<T> past) {
        var eldest = all.iterator();
        while (eldest.hasNext() && past.test(eldest.next())) {
            eldest.remove();
        }
    }
}
