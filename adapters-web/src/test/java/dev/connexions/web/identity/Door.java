package dev.connexions.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.testing.Tokens;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who comes with a token under the shared secret, and is let in or not. */
interface Door {

    long NOW = Fixtures.NOW.getEpochSecond();
    String HEADER = Tokens.json(Map.of("alg", "HS256", "typ", "JWT"));
    Caller.User USER = Fixtures.service();
    TokenKeys KEYS = new TokenKeys.SharedSecret(Tokens.SECRET);
    InetAddress HERE = InetAddress.getLoopbackAddress();

    Authentication authentication();

    default Caller.User admit(String header) {
        return authentication().admit(List.of(header), HERE, RequestId.random());
    }

    default Caller.User admit(Authentication authentication, Map<String, Object> claims) {
        return admit(authentication, Tokens.hs256(HEADER, claims(claims), Tokens.SECRET));
    }

    default Refusal refusal(Authentication authentication, String token, InetAddress peer) {
        return catchThrowableOfType(
                Refusal.class, () -> authentication.admit(List.of("Bearer " + token), peer, RequestId.random()));
    }

    default Caller.User admit(Authentication authentication, String token) {
        return authentication.admit(List.of("Bearer " + token), HERE, RequestId.random());
    }

    default void admitsWith(Map<String, Object> claims) {
        assertThat(admit(authentication(), claims).id()).isEqualTo(USER.id());
    }

    default void refusesWith(Map<String, Object> claims) {
        refuses(authentication(), claims(claims));
    }

    default void refuses(Authentication authentication, String payload) {
        var token = Tokens.hs256(HEADER, payload, Tokens.SECRET);
        assertThatThrownBy(() -> authentication.admit(List.of("Bearer " + token), HERE, RequestId.random()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    default void refusesToken(String token) {
        refuses("Bearer " + token);
    }

    default void refuses(String header) {
        assertThatThrownBy(() -> admit(header))
                .as(header.length() > 500 ? "a long header" : header)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    static String claims(Map<String, Object> changed) {
        var claims = new HashMap<>(Tokens.claims(USER, Fixtures.NOW));
        claims.putAll(changed);
        return Tokens.json(claims);
    }

    static String without(String claim) {
        var claims = new HashMap<>(Tokens.claims(USER, Fixtures.NOW));
        claims.remove(claim);
        return Tokens.json(claims);
    }
}
