package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Evidence;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.meta.catalogue.ErrorClasses;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReaderTest {

    private final Reader reader = new Reader(ErrorClasses.load());

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(400, enveloped(1, null), new MetaFailure.Transient("unknown_fault", codes(1, null))),
                Arguments.of(500, enveloped(2, null), new MetaFailure.Transient("service_unavailable", codes(2, null))),
                Arguments.of(400, enveloped(4, null), throttled(4, null)),
                Arguments.of(403, enveloped(4, 2207051), throttled(4, 2207051)),
                Arguments.of(400, enveloped(613, 1996), throttled(613, 1996)),
                Arguments.of(400, enveloped(80002, null), throttled(80002, null)),
                Arguments.of(400, enveloped(190, 463), new MetaFailure.TokenInvalid("token_expired", codes(190, 463))),
                Arguments.of(
                        401, enveloped(190, null), new MetaFailure.TokenInvalid("token_invalid", codes(190, null))),
                Arguments.of(400, enveloped(190, 459), new MetaFailure.Checkpoint("checkpoint", codes(190, 459))),
                Arguments.of(
                        400,
                        enveloped(368, 4854002),
                        new MetaFailure.Checkpoint("action_blocked", codes(368, 4854002))),
                Arguments.of(403, enveloped(10, null), permission(10)),
                Arguments.of(400, enveloped(200, null), permission(200)),
                Arguments.of(400, enveloped(299, null), permission(299)),
                Arguments.of(400, enveloped(300, null), new MetaFailure.Rejected("unclassified", codes(300, null))),
                Arguments.of(400, enveloped(100, 33), new MetaFailure.Rejected("object_missing", codes(100, 33))),
                Arguments.of(
                        200, enveloped(100, null), new MetaFailure.Rejected("parameter_invalid", codes(100, null))),
                Arguments.of(
                        400,
                        enveloped(9, 2207042),
                        new MetaFailure.Rejected("publishing_limit_reached", codes(9, 2207042))),
                Arguments.of(
                        400,
                        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"m\"}",
                        new MetaFailure.Rejected("oauth_refused", codes(400, null))),
                Arguments.of(
                        400,
                        "{\"error_type\":\"OAuthException\"}",
                        new MetaFailure.Rejected("oauth_refused", codes(400, null))),
                Arguments.of(500, "{\"error_type\":\"x\",\"code\":500}", new Outage(Outage.Kind.FAILED)),
                Arguments.of(429, "{\"error_type\":\"x\",\"code\":429}", throttled(429, null)),
                Arguments.of(
                        400,
                        "{\"debug_info\":{\"retriable\":true,\"type\":\"x\",\"message\":\"m\"}}",
                        new MetaFailure.Transient("upload_interrupted", codes(400, null))),
                Arguments.of(
                        400,
                        "{\"debug_info\":{\"retriable\":false,\"type\":\"x\",\"message\":\"{\\\"error\\\":{}}\"}}",
                        new MetaFailure.Rejected("upload_refused", codes(400, null))),
                Arguments.of(
                        400,
                        "{\"debug_info\":{\"retriable\":false,\"message\":\"{\\\"error\\\":{\\\"code\\\":190}}\"}}",
                        new MetaFailure.TokenInvalid("token_invalid", codes(190, null))),
                Arguments.of(503, "<html>", new Outage(Outage.Kind.FAILED)),
                Arguments.of(429, "", throttled(429, null)),
                Arguments.of(200, "<html>", new Outage(Outage.Kind.INVALID)),
                Arguments.of(302, "", new Outage(Outage.Kind.INVALID)),
                Arguments.of(404, "{}", new Outage(Outage.Kind.INVALID)),
                Arguments.of(400, "{\"error\":{\"code\":\"4\"}}", new Outage(Outage.Kind.INVALID)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesByCodesAlone(int status, String body, MetaFailure expected) {
        assertThat(reply(status, body, false)).isEqualTo(new GraphReply.Failed(expected));
    }

    /** Whether a call that must not be made twice may have been carried out. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | <html>                                              | true
        500 | <html>                                              | true
        404 | <html>                                              | false
        302 | x                                                   | false
        429 | x                                                   | false
        400 | {"error":{"code":100}}                              | false
        500 | {"error":{"code":100}}                              | true
        400 | {"error":{"code":1}}                                | true
        400 | {"error":{"code":2}}                                | true
        400 | {"error":{"code":-1,"error_subcode":2207001}}       | true
        403 | {"error":{"code":4,"error_subcode":2207051}}        | true
        400 | {"error":{"code":4}}                                | false
        400 | {"error":{"code":9007,"error_subcode":2207027}}     | false
        400 | {"error":{"code":190}}                              | false
        """)
    void doubtsWhereThereIsDoubt(int status, String body, boolean doubt) {
        assertThat(reply(status, body, true))
                .isInstanceOfSatisfying(
                        GraphReply.Failed.class,
                        failed -> assertThat(failed.why() instanceof MetaFailure.Ambiguous)
                                .isEqualTo(doubt));
    }

    @Test
    void readsTheSameFromTranslatedWords() {
        var french = "{\"error\":{\"message\":\"Jeton expir\u00e9\",\"code\":190,\"error_subcode\":463,"
                + "\"error_user_msg\":\"\u0e02\u0e49\u0e2d\"}}";
        assertThat(reply(400, french, false))
                .isEqualTo(new GraphReply.Failed(new MetaFailure.TokenInvalid("token_expired", codes(190, 463))));
    }

    private GraphReply reply(int status, String body, boolean hasEffect) {
        return reader.read(status, body.getBytes(UTF_8)).reply(hasEffect, null);
    }

    private static MetaFailure permission(int code) {
        return new MetaFailure.PermissionMissing("permission_missing", codes(code, null));
    }

    private static MetaFailure throttled(int code, @Nullable Integer subcode) {
        return new MetaFailure.ThrottledUntil(null, codes(code, subcode));
    }

    private static Evidence codes(int code, @Nullable Integer subcode) {
        return new Evidence(code, subcode);
    }

    private static String enveloped(int code, @Nullable Integer subcode) {
        return "{\"error\":{\"message\":\"m\",\"type\":\"OAuthException\",\"code\":" + code
                + (subcode == null ? "" : ",\"error_subcode\":" + subcode) + ",\"fbtrace_id\":\"A1\"}}";
    }
}
