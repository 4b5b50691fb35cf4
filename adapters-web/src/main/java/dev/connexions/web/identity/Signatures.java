package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.Base64URL;
import dev.connexions.web.identity.Rejected.Why;
import dev.connexions.web.shared.Json;
import java.text.ParseException;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The signature of a token, and nothing of what it claims. */
final class Signatures {

    private static final int MAX_LENGTH = 8192;

    /** An issuer writes the same header again and again; reading it costs as much as checking the signature. */
    private static final int HEADERS_KEPT = 64;

    private final SignatureCheck check;
    private final ConcurrentMap<String, JWSHeader> headers = new ConcurrentHashMap<>();

    Signatures(TokenKeys keys) {
        this.check = SignatureCheck.of(keys);
    }

    /** What was signed. */
    byte[] payload(String token) throws Rejected {
        if (token.length() > MAX_LENGTH || !isCompact(token)) {
            throw new Rejected(Why.MALFORMED);
        }
        try {
            var headerEnd = token.indexOf('.');
            var payloadEnd = token.lastIndexOf('.');
            check.check(
                    header(token.substring(0, headerEnd)),
                    token.substring(0, payloadEnd).getBytes(US_ASCII),
                    new Base64URL(token.substring(payloadEnd + 1)));
            return new Base64URL(token.substring(headerEnd + 1, payloadEnd)).decode();
        } catch (ParseException | IllegalArgumentException | Json.Malformed malformed) {
            throw new Rejected(Why.MALFORMED);
        } catch (KeySourceException unavailable) {
            throw new KeysUnavailableException(unavailable);
        } catch (BadJOSEException | JOSEException refused) {
            throw new Rejected(Why.UNSIGNED);
        }
    }

    /** Three parts in base64url. */
    private static boolean isCompact(String token) {
        var parts = 1;
        var begin = 0;
        for (var i = 0; i < token.length(); i++) {
            var c = token.charAt(i);
            if (c == '.' && i > begin) {
                parts++;
                begin = i + 1;
            } else if (!isBase64Url(c)) {
                return false;
            }
        }
        return parts == 3 && begin < token.length();
    }

    private static boolean isBase64Url(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private JWSHeader header(String encoded) throws Rejected, Json.Malformed, ParseException {
        var known = headers.get(encoded);
        if (known != null) {
            return known;
        }
        checkHeader(encoded);
        var header = JWSHeader.parse(new Base64URL(encoded));
        if (headers.size() < HEADERS_KEPT) {
            headers.put(encoded, header);
        }
        return header;
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
}
