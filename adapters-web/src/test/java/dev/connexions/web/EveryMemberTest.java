package dev.connexions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.connexions.web.testing.OpenApiContract;
import dev.connexions.web.testing.OpenApiContract.Member;
import dev.connexions.web.testing.OpenApiContract.Operation;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile values in every member of every body, and in every parameter of every query. Generated over the document, so a
 * new one is covered: what the document does not accept is refused at its place and changes nothing, and whatever is
 * sent is answered as the document says.
 */
class EveryMemberTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "\u00a0",
            " a",
            "a\n",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00x",
            "\u202eabc",
            "\u2066abc",
            "\u200b",
            "\u001b[31m",
            "e\u0301",
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud83c\uddeb\ud83c\uddf7",
            "'; drop table public.instagram_connexion; --",
            "' or 1=1 --",
            "$$",
            "E'\\''",
            "\\",
            "%",
            "_",
            "{{7*7}}",
            "#{7*7}",
            "${jndi:ldap://127.0.0.1:1/x}",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "=cmd|'/c calc'!A1",
            "infinity",
            "-infinity",
            "0000-00-00T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01T00:00:00",
            "1767225600000",
            "-1",
            "1e3",
            "0x10",
            "\u0663",
            "TRUE",
            "Active",
            "{9c5b94b1-35ad-49bb-b118-8e8fc24abf80}",
            "9C5B94B1-35AD-49BB-B118-8E8FC24ABF80",
            "9c5b94b135ad49bbb1188e8fc24abf80",
            "00000000-0000-0000-0000-000000000000",
            "a@b@c.example",
            "a@b.example\r\nBcc: c@d.example",
            "x".repeat(255),
            "x".repeat(32_768));

    static List<Member> members() {
        return CONTRACT.members();
    }

    static Stream<Operation> queries() {
        return CONTRACT.operations().stream()
                .filter(operation -> !operation.permission().equals("public"))
                .filter(operation -> !CONTRACT.queryParameters(operation.method(), operation.path())
                        .isEmpty());
    }

    private static List<String> values() {
        var values = new ArrayList<>(List.of(
                "null",
                "true",
                "0",
                "-1",
                "-0",
                "1.0",
                "1.5",
                "1e3",
                "1e400",
                "1e-400",
                "2147483647",
                "2147483648",
                "-2147483649",
                "9007199254740993",
                "9223372036854775808",
                "9".repeat(500),
                "[]",
                "{}",
                "[null]",
                "[[]]",
                "[\"x\",\"x\"]",
                "[1]",
                "[\"\"]",
                "[\"{x,y}\"]",
                "[" + "\"x\",".repeat(10_000) + "\"y\"]",
                "{\"__proto__\":{}}",
                "[".repeat(40) + "]".repeat(40)));
        TEXTS.forEach(text -> values.add(json(text)));
        return values;
    }

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void knowsTheMembersOfTheDocument() {
        assertThat(members()).hasSizeGreaterThan(12);
        assertThat(queries()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("members")
    void refusesWhatTheDocumentDoesNotAcceptAndFallsOverNothing(Member member) {
        var connexion = tenant.newConnexion();
        for (var value : values()) {
            var before = tenant.http().get("/v1/connexions/" + connexion).text();
            var reply = send(member, connexion, member.with(value));
            if (reply.status() < 300) {
                assertThat(CONTRACT.accepts(member, value))
                        .as(shown(member, value))
                        .isTrue();
                isKeptToTheLetter(member, value, reply);
                continue;
            }
            assertThat(reply.status()).as(shown(member, value)).isIn(400, 409, 422, 429);
            if (reply.status() == 422 || reply.status() == 400) {
                assertThat(reply.faults().isEmpty() ? List.of("/" + member.name()) : reply.faults())
                        .as(shown(member, value))
                        .containsExactly("/" + member.name());
            }
            assertThat(tenant.http().get("/v1/connexions/" + connexion).text())
                    .as(shown(member, value))
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void fallsOverNoParameter(Operation operation) {
        var connexion = tenant.newConnexion();
        for (var parameter : CONTRACT.queryParameters(operation.method(), operation.path())) {
            for (var text : TEXTS) {
                if (text.length() > 3_000 || !isPaired(text)) {
                    continue;
                }
                var path = operation.path().replace("{id}", connexion) + "?" + parameter + "="
                        + URLEncoder.encode(text, UTF_8);
                var reply = tenant.http().get(path);
                assertThat(reply.status()).as(path).isIn(200, 400, 422);
                if (reply.status() != 200) {
                    assertThat(reply.faults()).as(path).containsExactly(parameter);
                }
            }
        }
    }

    private Reply send(Member member, String connexion, String body) {
        var operation = member.operation();
        var path = operation
                .path()
                .replace("{id}", connexion)
                .replace("{rid}", UUID.randomUUID().toString());
        return switch (operation.method()) {
            case "PATCH" -> tenant.http().patch(path, body);
            case "PUT" -> tenant.http().put(path, body);
            default -> tenant.http().post(path, body);
        };
    }

    /** A text comes back as it went, in Unicode's composed form. */
    private static void isKeptToTheLetter(Member member, String value, Reply reply) {
        var answered = reply.json().path(member.name());
        if (value.startsWith("\"") && answered.isTextual()) {
            assertThat(json(answered.asText())).isEqualTo(json(Normalizer.normalize(text(value), Normalizer.Form.NFC)));
        }
    }

    private static String text(String json) {
        return TEXTS.stream()
                .filter(text -> json(text).equals(json))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPaired(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    /** Unpaired surrogates too can only be written escaped. */
    private static String json(String text) {
        var quoted = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            quoted.append(Character.isSurrogate(c) ? "\\u%04x".formatted((int) c) : c);
        }
        return TextNode.valueOf(quoted.toString()).toString().replace("\\\\u", "\\u");
    }

    private static String shown(Member member, String value) {
        return member + " = " + (value.length() > 100 ? value.substring(0, 100) + "..." : value);
    }
}
