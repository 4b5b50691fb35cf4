package dev.connexions.bootstrap.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connexions.domain.shared.Permission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ordinary JWTs, as a platform issues them, good for a day of real time. */
final class DemoTokens {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private final String secret;
    private final InstantSource clock;

    DemoTokens(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @param permissions absent: the token says nothing of them, as most platforms' tokens */
    String of(UUID user, String role, @Nullable List<Permission> permissions) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(user.toString())
                .claim("role", role)
                .claim("iat", now.getEpochSecond())
                .claim("exp", now.plus(LIFETIME).getEpochSecond());
        if (permissions != null) {
            claims.claim(
                    "permissions", permissions.stream().map(Permission::code).toList());
        }
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
