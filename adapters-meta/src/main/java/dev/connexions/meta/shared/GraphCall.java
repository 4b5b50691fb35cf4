package dev.connexions.meta.shared;

import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of Meta. Parameters go into the query of a GET or a DELETE and into the form of a POST, the token into a
 * header. Prints as method and path, which hold no secret.
 *
 * @param bearer the token that speaks; absent where the parameters say who asks
 * @param fallback tried once more with, if {@code bearer} does not see what is read
 * @param about the account, page or person whose limits this call counts against, if known
 */
public record GraphCall(
        Method method,
        LoginProduct product,
        Base base,
        List<String> path,
        SequencedMap<String, String> parameters,
        @Nullable AccessToken bearer,
        @Nullable AccessToken fallback,
        @Nullable String about) {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public enum Method {
        GET,
        POST,
        DELETE;

        /** Whether doing it twice is another thing than doing it once. */
        boolean hasEffect() {
            return this == POST;
        }
    }

    /** Where a path begins. */
    public enum Base {
        /** The Graph API, in the version of the settings. */
        VERSIONED,
        /** The same host without a version. */
        UNVERSIONED,
        /** Where Instagram Login turns codes into tokens. */
        TOKENS
    }

    public GraphCall {
        path = List.copyOf(path);
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        if (path.stream().anyMatch(segment -> !SEGMENT.matcher(segment).matches())) {
            throw new IllegalArgumentException("a part of a path is 1 to 128 letters, digits, _ and -");
        }
    }

    public static GraphCall get(LoginProduct product, String... path) {
        return of(Method.GET, product, path);
    }

    public static GraphCall post(LoginProduct product, String... path) {
        return of(Method.POST, product, path);
    }

    public static GraphCall delete(LoginProduct product, String... path) {
        return of(Method.DELETE, product, path);
    }

    private static GraphCall of(Method method, LoginProduct product, String... path) {
        return new GraphCall(method, product, Base.VERSIONED, List.of(path), new LinkedHashMap<>(), null, null, null);
    }

    public GraphCall from(Base base) {
        return new GraphCall(method, product, base, path, parameters, bearer, fallback, about);
    }

    /** The last value of a name counts. */
    public GraphCall with(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new GraphCall(method, product, base, path, more, bearer, fallback, about);
    }

    public GraphCall as(AccessToken token) {
        return new GraphCall(method, product, base, path, parameters, token, fallback, about);
    }

    /**
     * Meta has been known not to see its own fresh objects with a page's token, while that of the page's owner saw them.
     * Only reads are asked again.
     */
    public GraphCall orAs(AccessToken token) {
        return new GraphCall(method, product, base, path, parameters, bearer, token, about);
    }

    public GraphCall about(AccountId account) {
        return about(account.value());
    }

    public GraphCall about(String id) {
        return new GraphCall(method, product, base, path, parameters, bearer, fallback, id);
    }

    @Override
    public String toString() {
        return method + " " + product.code() + " /" + String.join("/", path);
    }
}
