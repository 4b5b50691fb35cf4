package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.DefaultJOSEProcessor;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import dev.connexions.web.identity.Rejected.Why;
import dev.connexions.web.shared.Json;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a token, and nothing of what it claims. */
final class Signatures {

    private static final int MAX_LENGTH = 8192;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final DefaultJOSEProcessor<SecurityContext> processor = new DefaultJOSEProcessor<>();

    Signatures(TokenKeys keys) {
        processor.setJWSKeySelector(selector(keys));
        // an ID token has no type of its own; an access token of RFC 9068 has
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    }

    /** What was signed. */
    byte[] payload(String token) throws Rejected {
        if (token.length() > MAX_LENGTH || !COMPACT.matcher(token).matches()) {
            throw new Rejected(Why.MALFORMED);
        }
        try {
            checkHeader(token.substring(0, token.indexOf('.')));
            return processor.process(JWSObject.parse(token), null).toBytes();
        } catch (ParseException | IllegalArgumentException | Json.Malformed malformed) {
            throw new Rejected(Why.MALFORMED);
        } catch (KeySourceException unavailable) {
            throw new KeysUnavailableException(unavailable);
        } catch (BadJOSEException | JOSEException refused) {
            throw new Rejected(Why.UNSIGNED);
        }
    }

    /** Before the library reads it: it takes the last of two members, and stumbles over what is no object. */
    private static void checkHeader(String encoded) throws Rejected, Json.Malformed {
        var header = Json.parse(Base64.getUrlDecoder().decode(encoded));
        if (!header.isObject()) {
            throw new Rejected(Why.MALFORMED);
        }
        // neither means anything to us, and both change what a signature is of
        if (header.has("crit") || header.has("b64")) {
            throw new Rejected(Why.UNSIGNED);
        }
    }

    private static JWSKeySelector<SecurityContext> selector(TokenKeys keys) {
        return switch (keys) {
            case TokenKeys.SharedSecret(var secret) ->
                new SingleKeyJWSKeySelector<>(
                        JWSAlgorithm.HS256, new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            case TokenKeys.KeySet(var url) ->
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), PublishedKeys.at(url));
        };
    }
}
