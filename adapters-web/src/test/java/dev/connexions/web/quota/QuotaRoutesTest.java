package dev.connexions.web.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaRoutesTest {

    private static final int SECONDS_LEFT = 49_470;

    private final TestService service = new TestService.Builder().start();
    private final Tenant tenant = Tenant.of(service);
    private final String quota = "/v1/connexions/" + tenant.newConnexion() + "/quota";
    private final String reservations = quota + "/reservations";

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void showsWhatIsLeft() {
        limit("25");
        var held = reserve("{\"units\":3,\"purpose\":\"a reel\"}").has(201);
        tenant.http()
                .post(reservations + "/" + idOf(reserve("{}").has(201)) + "/spend")
                .has(200);
        var shown = tenant.http().get(quota).has(200).json();
        assertThat(shown.path("dailyLimit").asInt()).isEqualTo(25);
        assertThat(shown.path("used").asInt(-1)).isEqualTo(1);
        assertThat(shown.path("held").asInt()).isEqualTo(3);
        assertThat(shown.path("remaining").asInt()).isEqualTo(21);
        assertThat(shown.path("resetAt").asText()).isEqualTo("2026-03-30T00:00:00Z");
        assertThat(shown.path("zone").asText()).isEqualTo("UTC");
        assertThat(shown.path("forecast").path("earliestFreeAt").isTextual()).isFalse();
        assertThat(held.json().path("state").asText()).isEqualTo("held");
        assertThat(held.json().path("purpose").asText()).isEqualTo("a reel");
        assertThat(held.json().path("expiresAt").asText())
                .isEqualTo(Fixtures.NOW.plusSeconds(300).toString());
        assertThat(held.json().path("remaining").asInt()).isEqualTo(22);
    }

    @Test
    void saysWhereTheReservationIs() {
        limit("25");
        var made = reserve("{\"holdSeconds\":1}").has(201);
        var path = reservations + "/" + idOf(made);
        assertThat(made.header("Location")).isEqualTo(TestService.PUBLIC_URL + path);
        assertThat(tenant.http().get(path).has(200).text()).isEqualTo(made.text());
        service.clock().advance(Duration.ofSeconds(1));
        assertThat(stateOf(tenant.http().get(path))).isEqualTo("lapsed");
    }

    @Test
    void spendsAndReleases() {
        limit("2");
        var spent = reservations + "/" + idOf(reserve("{}"));
        var released = reservations + "/" + idOf(reserve("{}"));
        assertThat(stateOf(tenant.http().post(spent + "/spend").has(200))).isEqualTo("spent");
        assertThat(stateOf(tenant.http().post(spent + "/spend", "{}").has(200))).isEqualTo("spent");
        tenant.http().delete(spent).isProblem(409, "illegal-transition");
        var back = tenant.http().delete(released).has(200);
        assertThat(stateOf(back)).isEqualTo("released");
        assertThat(back.json().path("remaining").asInt()).isEqualTo(1);
        tenant.http().delete(released).has(200);
        tenant.http().post(released + "/spend").isProblem(409, "illegal-transition");
        assertThat(back.header("RateLimit")).isEqualTo("\"daily\";r=1;t=" + SECONDS_LEFT);
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhenToComeBack() {
        limit("2");
        assertThat(reserve("{\"holdSeconds\":90}").has(201).header("RateLimit-Policy"))
                .isEqualTo("\"daily\";q=2;w=86400");
        service.clock().advance(Duration.ofMillis(30_500));
        var refused = reserve("{\"units\":2}").isProblem(429, "quota-exceeded");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"daily\";q=2;w=86400");
        assertThat(refused.header("RateLimit")).isEqualTo("\"daily\";r=1;t=" + (SECONDS_LEFT - 30));
        var held = idOf(reserve("{}").has(201));
        tenant.http().post(reservations + "/" + held + "/spend").has(200);
        service.clock().advance(Duration.ofSeconds(60));
        reserve("{}").has(201);
        service.clock().set(Fixtures.NOW.plusSeconds(SECONDS_LEFT - 1));
        assertThat(reserve("{\"units\":3}").isProblem(429, "quota-exceeded").header("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void saysSinceWhenItIsExhausted() {
        limit("0");
        var refused = reserve("{}").isProblem(429, "quota-exceeded");
        assertThat(refused.header("Retry-After")).isEqualTo(Integer.toString(SECONDS_LEFT));
        assertThat(refused.header("RateLimit")).isEqualTo("\"daily\";r=0;t=" + SECONDS_LEFT);
        var forecast = tenant.http().get(quota).has(200).json().path("forecast");
        assertThat(forecast.path("exhaustedAt").asText()).isEqualTo(Fixtures.NOW.toString());
        assertThat(forecast.path("earliestFreeAt").asText()).isEqualTo("2026-03-30T00:00:00Z");
    }

    @Test
    void saysNothingOfALimitThatIsNotThere() {
        var made = reserve("{}").has(201);
        assertThat(made.headers().firstValue("RateLimit")).isEmpty();
        assertThat(made.headers().firstValue("RateLimit-Policy")).isEmpty();
        assertThat(tenant.http().get(quota).json().path("remaining").isNull()).isTrue();
    }

    @Test
    void tellsTheLimitWithTheConnexion() {
        limit("7");
        var connexion = quota.substring(0, quota.length() - "/quota".length());
        assertThat(tenant.http().get(connexion).json().path("quota").toString()).isEqualTo("{\"dailyLimit\":7}");
        assertThat(tenant.http()
                        .put(quota, "{\"dailyLimit\":null}")
                        .has(200)
                        .json()
                        .path("dailyLimit")
                        .isNull())
                .isTrue();
        var newest = tenant.http().get("/v1/audit?limit=1").json().path("items").path(0);
        assertThat(newest.path("action").asText()).isEqualTo("quota.limit_changed");
        assertThat(newest.path("changes").path("dailyLimit").path("before").asText())
                .isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483647", "null"})
    void takesALimit(String limit) {
        assertThat(limit(limit).json().path("dailyLimit").asText("null")).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "2147483648",
                "9007199254740993",
                "9223372036854775808",
                "1e3",
                "\"10\"",
                "10.5",
                "10.0",
                "true",
                "[]",
                "{}"
            })
    void refusesWhatIsNoLimit(String limit) {
        limit("5");
        var refused = tenant.http().put(quota, "{\"dailyLimit\":" + limit + "}").isProblem(422, "validation-failed");
        assertThat(refused.faults()).containsExactly("/dailyLimit");
        assertThat(tenant.http().get(quota).json().path("dailyLimit").asInt()).isEqualTo(5);
    }

    @Test
    void demandsTheWholeOfALimitAndNothingElse() {
        tenant.http().put(quota, "{}").isProblem(422, "validation-failed");
        tenant.http().put(quota, "null").isProblem(400, "malformed-request");
        tenant.http().put(quota, "{\"dailyLimit\":1,\"dailyLimit\":2}").isProblem(400, "malformed-request");
        tenant.http().put(quota, "{\"dailyLimit\":1,\"used\":0}").isProblem(400, "unknown-member");
        tenant.http().put(quota + "?dailyLimit=1", "{\"dailyLimit\":1}").isProblem(400, "unknown-parameter");
        tenant.http()
                .with("Content-Type", "text/plain")
                .send("PUT", quota, new byte[] {'1'})
                .isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"units\":0}",
                "{\"units\":-1}",
                "{\"units\":1001}",
                "{\"units\":1.0}",
                "{\"units\":\"1\"}",
                "{\"units\":2147483648}",
                "{\"holdSeconds\":0}",
                "{\"holdSeconds\":3601}",
                "{\"holdSeconds\":true}",
                "{\"purpose\":\"\"}",
                "{\"purpose\":\"a\\nb\"}",
                "{\"purpose\":\"\\u0000\"}",
                "{\"purpose\":\"\\ud800\"}",
                "{\"purpose\":7}"
            })
    void refusesWhatIsNoHold(String body) {
        assertThat(reserve(body).isProblem(422, "validation-failed").faults()).hasSize(1);
        assertThat(tenant.http().get(quota).json().path("held").asInt(-1)).isZero();
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        reserve("{\"state\":\"spent\"}").isProblem(400, "unknown-member");
        reserve("[]").isProblem(400, "malformed-request");
        assertThat(reserve("{\"units\":0,\"holdSeconds\":0,\"purpose\":\"\"}").faults())
                .containsExactly("/units", "/holdSeconds", "/purpose");
        var one = reservations + "/" + idOf(reserve("{}"));
        tenant.http().post(one + "/spend", "{\"units\":1}").isProblem(400, "unknown-member");
        tenant.http().delete(one + "?force=true").isProblem(400, "unknown-parameter");
        tenant.http().post(reservations + "?units=1", "{}").isProblem(400, "unknown-parameter");
        assertThat(stateOf(tenant.http().get(one))).isEqualTo("held");
    }

    @Test
    void knowsOneSpellingOfAReservation() {
        var id = idOf(reserve("{}"));
        for (var other : new String[] {
            id.toUpperCase(Locale.ROOT),
            id.replace("-", ""),
            "00000000-0000-0000-0000-000000000000",
            "abc",
            UUID.randomUUID().toString()
        }) {
            tenant.http().get(reservations + "/" + other).isProblem(404, "not-found");
            tenant.http().delete(reservations + "/" + other).isProblem(404, "not-found");
            tenant.http().post(reservations + "/" + other + "/spend").isProblem(404, "not-found");
        }
    }

    @Test
    void hidesAReservationFromOtherConnexionsAndOrganisations() {
        var id = idOf(reserve("{}"));
        var sibling = "/v1/connexions/" + tenant.newConnexion() + "/quota/reservations/" + id;
        tenant.http().get(sibling).isProblem(404, "not-found");
        tenant.http().delete(sibling).isProblem(404, "not-found");
        var stranger = Tenant.of(service).http();
        for (var path : new String[] {reservations + "/" + id, sibling}) {
            stranger.get(path).isProblem(404, "not-found");
            stranger.delete(path).isProblem(404, "not-found");
            stranger.post(path + "/spend").isProblem(404, "not-found");
        }
        var own = Tenant.of(service);
        var ofTheirs = "/v1/connexions/" + own.newConnexion() + "/quota/reservations/" + id;
        own.http().get(ofTheirs).isProblem(404, "not-found");
        own.http().delete(ofTheirs).isProblem(404, "not-found");
        own.http().post(ofTheirs + "/spend").isProblem(404, "not-found");
        assertThat(stateOf(tenant.http().get(reservations + "/" + id))).isEqualTo("held");
    }

    @Test
    void wantsThePermissionForEach() {
        var publisher = tenant.with(Permission.PUBLICATIONS_WRITE);
        publisher.post(reservations, "{}").has(201);
        publisher.get(quota).isProblem(403, "insufficient-permission");
        var writer = tenant.with(Permission.CONNEXIONS_WRITE);
        writer.put(quota, "{\"dailyLimit\":1}").has(200);
        writer.post(reservations, "{}").isProblem(403, "insufficient-permission");
    }

    private Reply limit(String limit) {
        return tenant.http().put(quota, "{\"dailyLimit\":" + limit + "}").has(200);
    }

    private Reply reserve(String body) {
        return tenant.http().post(reservations, body);
    }

    private static String idOf(Reply reply) {
        return reply.has(201).json().path("id").asText();
    }

    private static String stateOf(Reply reply) {
        return reply.has(200).json().path("state").asText();
    }
}
