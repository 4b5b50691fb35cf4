package dev.connexions.acceptance.process;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connexions.bootstrap.wiring.Time;
import dev.connexions.domain.shared.UserId;
import java.time.Duration;
import java.util.List;

/** What a platform gives its users to show us. */
final class Credential {

    private Credential() {}

    static String of(UserId user, String secret, String... permissions) {
        var claims = new JWTClaimsSet.Builder()
                .subject(user.value().toString())
                .claim("role", "authenticated")
                .claim("permissions", List.of(permissions))
                .claim("exp", Time.system().instant().plus(Duration.ofHours(1)).getEpochSecond())
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
