package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphErrorsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(400, enveloped(1, null), new GraphFailure.Outage(400, 1)),
                Arguments.of(500, enveloped(2, null), new GraphFailure.Outage(500, 2)),
                Arguments.of(400, enveloped(4, null), new GraphFailure.Throttled(4)),
                Arguments.of(400, enveloped(17, null), new GraphFailure.Throttled(17)),
                Arguments.of(400, enveloped(613, 1996), new GraphFailure.Throttled(613)),
                Arguments.of(400, enveloped(80002, null), new GraphFailure.Throttled(80002)),
                Arguments.of(400, enveloped(190, 463), new GraphFailure.TokenRefused(190, 463)),
                Arguments.of(401, enveloped(190, null), new GraphFailure.TokenRefused(190, null)),
                Arguments.of(400, enveloped(102, null), new GraphFailure.TokenRefused(102, null)),
                Arguments.of(403, enveloped(10, null), new GraphFailure.PermissionRefused(10, null)),
                Arguments.of(400, enveloped(200, null), new GraphFailure.PermissionRefused(200, null)),
                Arguments.of(400, enveloped(299, null), new GraphFailure.PermissionRefused(299, null)),
                Arguments.of(400, enveloped(300, null), new GraphFailure.Rejected(300, null)),
                Arguments.of(400, enveloped(100, 33), new GraphFailure.Rejected(100, 33)),
                Arguments.of(200, enveloped(100, null), new GraphFailure.Rejected(100, null)),
                Arguments.of(
                        400,
                        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"m\"}",
                        new GraphFailure.Rejected(400, null)),
                Arguments.of(400, "{\"error_type\":\"OAuthException\"}", new GraphFailure.Rejected(400, null)),
                Arguments.of(500, "{\"error_type\":\"x\",\"code\":500}", new GraphFailure.Outage(500, 500)),
                Arguments.of(503, "<html>", new GraphFailure.Outage(503, 0)),
                Arguments.of(429, "", new GraphFailure.Throttled(429)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesByCodesAlone(int status, String body, GraphFailure expected) {
        assertThat(GraphErrors.read(status, body.getBytes(UTF_8))).isEqualTo(new GraphReply.Failed(expected));
        assertThat(expected.summary()).startsWith("Meta ");
    }

    @Test
    void readsTheSameFromTranslatedWords() {
        var french = "{\"error\":{\"message\":\"Jeton expir\u00e9\",\"code\":190,\"error_subcode\":463,"
                + "\"error_user_msg\":\"\u0e02\u0e49\u0e2d\"}}";
        assertThat(GraphErrors.read(400, french.getBytes(UTF_8)))
                .isEqualTo(new GraphReply.Failed(new GraphFailure.TokenRefused(190, 463)));
    }

    private static String enveloped(int code, @Nullable Integer subcode) {
        return "{\"error\":{\"message\":\"m\",\"type\":\"OAuthException\",\"code\":" + code
                + (subcode == null ? "" : ",\"error_subcode\":" + subcode) + ",\"fbtrace_id\":\"A1\"}}";
    }
}
