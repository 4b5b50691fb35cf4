package dev.connexions.meta.sandbox.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connexions.meta.sandbox.token.Token.Kind;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a person's pages. They are made of the user's token, not kept beside it, so that looking at a list of
 * pages changes nothing: its fingerprint, from which it cannot be told, and the page's id. From a long-lived user token
 * comes one without an end (dossier 1.4).
 */
public final class PageTokens {

    private static final String PREFIX = "EAA";
    private static final int KEY_LENGTH = 120;
    private static final int ID_LENGTH = 14;
    private static final int RADIX = 36;

    private PageTokens() {}

    public static Token of(Token user, String page) {
        var id = "0".repeat(ID_LENGTH) + new BigInteger(page).toString(RADIX);
        return made(user, page, PREFIX + key(user) + id.substring(id.length() - ID_LENGTH));
    }

    static Optional<Token> parse(String value, Function<String, @Nullable Token> byKey) {
        if (value.length() != PREFIX.length() + KEY_LENGTH + ID_LENGTH || !value.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var user = byKey.apply(value.substring(PREFIX.length(), value.length() - ID_LENGTH));
        var id = value.substring(value.length() - ID_LENGTH);
        return user == null || !id.matches("[0-9a-z]+")
                ? Optional.empty()
                : Optional.of(made(user, new BigInteger(id, RADIX).toString(), value));
    }

    private static Token made(Token user, String page, String value) {
        var expiry = user.longLived() ? null : user.expiresAt();
        return new Token(
                value,
                user.number(),
                Kind.PAGE,
                user.holder(),
                page,
                user.longLived(),
                user.scopes(),
                user.issuedAt(),
                expiry);
    }

    static String key(Token user) {
        try {
            var hash = MessageDigest.getInstance("SHA-512").digest(user.value().getBytes(US_ASCII));
            var text = new BigInteger(1, hash).toString(RADIX);
            return (text + text).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
