package dev.connexions.web.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as RFC 8259 means it: one value, in UTF-8, each member once, of a bounded depth. */
public final class Json {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .maxStringLength(65_536)
                            .maxNameLength(1_024)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The bytes hold no JSON, or more than one reading of it. The message is fit to be shown. */
    public static final class Malformed extends Exception {
        private Malformed(String message) {
            super(message, null, false, false);
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return STRICT.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("no JSON for " + value.getClass(), unwritable);
        }
    }

    public static JsonNode parse(byte[] bytes) throws Malformed {
        var text = decode(bytes);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new Malformed("JSON begins without a byte order mark.");
        }
        try {
            @Nullable JsonNode node = STRICT.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new Malformed("There is no JSON value.");
            }
            return node;
        } catch (JsonProcessingException malformed) {
            // its message quotes the input, which may be a secret
            var at = malformed.getLocation();
            throw new Malformed(
                    at == null
                            ? "This is not one JSON value."
                            : "This is not one JSON value; see line " + at.getLineNr() + ", column " + at.getColumnNr()
                                    + ".");
        }
    }

    private static String decode(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Malformed("This is not UTF-8.");
        }
    }
}
