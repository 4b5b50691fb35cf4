package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import java.util.Set;

/** Whether one of our keys made a signature, with the algorithm that the settings pin. */
@FunctionalInterface
interface SignatureCheck {

    /** An ID token has no type of its own; an access token of RFC 9068 has. */
    DefaultJOSEObjectTypeVerifier<SecurityContext> TYPE =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    /** @throws BadJOSEException when none did */
    void check(JWSHeader header, byte[] signed, Base64URL signature) throws BadJOSEException, JOSEException;

    static SignatureCheck of(TokenKeys keys) {
        var bySignature = switch (keys) {
            case TokenKeys.SharedSecret(var secret) -> bySecret(secret);
            case TokenKeys.KeySet keySet -> byKeySet(keySet);
        };
        return (header, signed, signature) -> {
            TYPE.verify(header.getType(), null);
            bySignature.check(header, signed, signature);
        };
    }

    private static SignatureCheck bySecret(String secret) {
        var verifier = verifier(secret);
        return (header, signed, signature) -> {
            // a longer secret would do for other algorithms as well
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm()) || !verifier.verify(header, signed, signature)) {
                throw new BadJWSException("not signed with the secret");
            }
        };
    }

    private static SignatureCheck byKeySet(TokenKeys.KeySet keys) {
        var selector = new JWSVerificationKeySelector<SecurityContext>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), PublishedKeys.at(keys.url()));
        var verifiers = new DefaultJWSVerifierFactory();
        return (header, signed, signature) -> {
            for (var key : selector.selectJWSKeys(header, null)) {
                var verifier = verifiers.createJWSVerifier(header, key);
                if (verifier != null && verifier.verify(header, signed, signature)) {
                    return;
                }
            }
            throw new BadJWSException("not signed with a published key");
        };
    }

    private static JWSVerifier verifier(String secret) {
        try {
            return new MACVerifier(secret.getBytes(UTF_8));
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("the secret of the tokens has at least 32 bytes", tooShort);
        }
    }
}
