package dev.connexions.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body of JSON may be made of; the operation that creates a connexion stands for all of them. */
class RequestBodyTest {

    private static final String GOOD =
            "{\"clientId\":\"9c5b94b1-35ad-49bb-b118-8e8fc24abf80\",\"accountEmail\":\"a@b.example\"%s}";

    private final Tenant tenant = Tenant.of(TestService.shared());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "null",
                "[]",
                "[{}]",
                "\"x\"",
                "1",
                "true",
                "{",
                "{]",
                "{\"clientId\":}",
                "{\"clientId\":\"x\",}",
                "{'clientId':'x'}",
                "{clientId:1}",
                "{/* */}",
                "{} // done",
                "{\"dailyLimit\":NaN}",
                "{\"dailyLimit\":Infinity}",
                "{\"dailyLimit\":-}",
                "{\"dailyLimit\":01}",
                "{\"dailyLimit\":1.}",
                "{\"dailyLimit\":.5}",
                "{\"dailyLimit\":+1}",
                "{\"dailyLimit\":0x10}",
                "{}{}",
                "{}]",
                "{} x",
                "\ufeff{}",
                "{\"key\":\"a\nb\"}",
                "{\"key\":\"\\x41\"}",
                "{\"key\":\"\\u12\"}",
                "{\"key\":\"a\",\"key\":\"b\"}",
                "{\"key\":\"a\",\"k\\u0065y\":\"a\"}",
                "{\"x\":{\"y\":1,\"y\":1}}"
            })
    void refusesWhatIsNotOneObjectOfJson(String body) {
        post(body).isProblem(400, "malformed-request");
        assertThat(tenant.http().get("/v1/connexions").json().path("items")).isEmpty();
    }

    @Test
    void takesWhatTheSyntaxLeavesFree() {
        post("\r\n\t " + GOOD.formatted(",\"k\\u0065y\":\"a\\/b\"") + " \n").has(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 101, 10_000, 100_000})
    void refusesWhatIsNestedTooDeeply(int depth) {
        post("{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}").isProblem(400, "malformed-request");
        post("{\"x\":" + "{\"x\":".repeat(depth) + "1" + "}".repeat(depth + 1)).isProblem(400, "malformed-request");
    }

    @Test
    void readsWhatIsNestedJustDeeplyEnough() {
        post("{\"x\":" + "[".repeat(63) + "]".repeat(63) + "}").isProblem(400, "unknown-member");
    }

    @Test
    void refusesWhatIsTooMuch() {
        post("{\"dailyLimit\":" + "9".repeat(1_000_000) + "}").has(400);
        post("{\"key\":\"" + "x".repeat(1_000_000) + "\"}").has(400);
        post("{\"" + "x".repeat(100_000) + "\":1}").has(400);
        post("{\"dailyLimit\":1e999999999}").has(422);
        post("{\"dailyLimit\":-1e-999999999}").has(422);
    }

    @Test
    void namesAHundredOfAHundredThousandFaults() {
        var body = new StringBuilder("{");
        for (var i = 0; i < 80_000; i++) {
            body.append("\"k").append(i).append("\":1,");
        }
        var refused = post(body.append("\"z\":1}").toString()).isProblem(400, "unknown-member");
        assertThat(refused.faults()).hasSize(100);
        assertThat(refused.json().path("detail").asText()).contains("80003 faults");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800", "a\\udfff"})
    void refusesTextThatNoDatabaseTakes(String text) {
        assertThat(post(GOOD.formatted(",\"key\":\"" + text + "\",\"clientType\":\"" + text + "\""))
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/clientType", "/key");
        assertThat(post("{\"clientId\":\"" + text + "\",\"accountEmail\":\"" + text + "\"}")
                        .isProblem(422, "validation-failed")
                        .faults())
                .containsExactly("/clientId", "/accountEmail");
    }

    @Test
    void saysANameThatCannotBeSaidAsWellAsItCan() {
        assertThat(post("{\"\\u0000\\u202e\\u001b[31m\":1}")
                        .isProblem(400, "unknown-member")
                        .faults())
                .contains("/???[31m");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var text = GOOD.formatted(",\"key\":\"\u00e9\"");
        send("application/json", text.getBytes(ISO_8859_1)).isProblem(400, "malformed-request");
        send("application/json", text.getBytes(UTF_16)).isProblem(400, "malformed-request");
        for (var octets :
                new String[] {"\u00c0\u00af", "\u00ff\u00fe", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080"}) {
            send(
                            "application/json",
                            GOOD.formatted(",\"key\":\"" + octets + "\"").getBytes(ISO_8859_1))
                    .isProblem(400, "malformed-request");
        }
        send("application/json", text.getBytes(UTF_8)).has(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/xml",
                "application/vnd.api+json",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=bogus",
                "application/json; charset=",
                "application/json; version=1",
                "application/json, text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "json",
                "*/*",
                ";"
            })
    void refusesAnythingThatIsNotCalledJson(String type) {
        send(type, GOOD.formatted("").getBytes(UTF_8)).isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\""
            })
    void takesJsonByAnyOfItsNames(String type) {
        send(type, GOOD.formatted("").getBytes(UTF_8)).has(201);
    }

    @Test
    void refusesABodyThatDoesNotSayWhatItIs() {
        tenant.http()
                .send("POST", "/v1/connexions", GOOD.formatted("").getBytes(UTF_8))
                .isProblem(415, "unsupported-media-type");
        tenant.http().post("/v1/connexions").isProblem(415, "unsupported-media-type");
    }

    @Test
    void quotesNothingOfABrokenBody() {
        var refused = post("{\"accountEmail\":\"canary-4711\" canary-4712");
        assertThat(refused.isProblem(400, "malformed-request").text()).doesNotContain("canary");
    }

    private Reply post(String body) {
        return tenant.http().post("/v1/connexions", body);
    }

    private Reply send(String type, byte[] body) {
        return tenant.http().with("Content-Type", type).send("POST", "/v1/connexions", body);
    }
}
