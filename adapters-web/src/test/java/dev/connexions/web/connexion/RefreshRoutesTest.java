package dev.connexions.web.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshRoutesTest {

    private final TestService service = new TestService.Builder().start();
    private final Tenant tenant = Tenant.of(service);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void renewsTheTokenAndShowsTheConnexion() {
        var id = tenant.connected();
        assertThat(show(id).path("nextRefreshAt").asText())
                .isEqualTo(Fixtures.NOW.plus(Duration.ofDays(30)).toString());
        assertThat(show(id).path("lastRefresh").isNull()).isTrue();
        service.clock().advance(Duration.ofDays(2));
        var now = service.clock().instant();
        var shown = refresh(id).has(200).json();
        assertThat(shown).isEqualTo(show(id));
        assertThat(shown.path("tokenExpiresAt").asText())
                .isEqualTo(now.plus(Fixtures.TOKEN_LIFETIME).toString());
        assertThat(shown.path("nextRefreshAt").asText())
                .isEqualTo(now.plus(Duration.ofDays(30)).toString());
        assertThat(shown.path("lastRefresh").path("at").asText()).isEqualTo(now.toString());
        assertThat(shown.path("lastRefresh").path("result").asText()).isEqualTo("renewed");
    }

    @Test
    void saysWhenItIsTooEarlyAndForHowLong() {
        var id = tenant.connected();
        service.clock().advance(Duration.ofHours(23).plusMillis(1));
        var refused = refresh(id).isProblem(409, "too-early-to-refresh");
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(refused.json().path("detail").asText())
                .contains(Fixtures.NOW.plus(Duration.ofHours(24)).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_REFUSED, 502, upstream-failed",
        "PERMISSION_MISSING, 502, upstream-failed",
        "REFUSED, 502, upstream-failed",
        "UPSTREAM_FAILED, 502, upstream-failed",
        "UPSTREAM_INVALID, 502, upstream-invalid",
        "UPSTREAM_TIMEOUT, 504, upstream-timeout",
        "THROTTLED, 503, upstream-throttled"
    })
    void saysWhatMetaDidAndLeavesTheConnexionAsItWas(RenewalFailure why, int status, String problem) {
        var id = tenant.connected();
        service.clock().advance(Duration.ofDays(2));
        service.tokens().fails(why);
        var refused = refresh(id).isProblem(status, problem);
        assertThat(refused.json().path("reason").asText()).isEqualTo(why.code());
        assertThat(show(id).path("status").asText()).isEqualTo("active");
        assertThat(show(id).path("lastRefresh").path("result").asText()).isEqualTo(why.code());
        assertThat(refused.headers().allValues("Retry-After"))
                .isEqualTo(why == RenewalFailure.THROTTLED ? List.of("300") : List.of());
    }

    @Test
    void passesOnHowLongMetaWantsToWait() {
        var id = tenant.connected();
        service.clock().advance(Duration.ofDays(2));
        service.tokens()
                .fails(RenewalFailure.THROTTLED, service.clock().instant().plusSeconds(7));
        assertThat(refresh(id).isProblem(503, "upstream-throttled").header("Retry-After"))
                .isEqualTo("7");
    }

    @Test
    void needsATokenThatWorks() {
        assertThat(reason(refresh(tenant.newConnexion()))).isEqualTo("pending");
        var lost = tenant.connected();
        var expired = tenant.connected();
        service.clock().advance(Duration.ofDays(2));
        service.store().loseToken(new ConnexionId(UUID.fromString(lost)));
        assertThat(reason(refresh(lost))).isEqualTo("token_missing");
        service.clock().advance(Fixtures.TOKEN_LIFETIME);
        assertThat(reason(refresh(expired))).isEqualTo("token_expired");
    }

    @Test
    void refusesASecondWhileOneIsUnderWay() {
        var id = tenant.connected();
        service.clock().advance(Duration.ofDays(2));
        service.tokens().meanwhile(token -> refresh(id).isProblem(409, "conflict"));
        refresh(id).has(200);
        assertThat(service.tokens().asked()).hasSize(1);
    }

    @Test
    void saysThatAnotherTokenCameMeanwhile() {
        var id = tenant.connected();
        var connexion = new ConnexionId(UUID.fromString(id));
        service.clock().advance(Duration.ofDays(2));
        service.tokens()
                .meanwhile(token -> service.store().transactions().<Boolean>in(tenant.user(), tx -> {
                    service.store().vault().store(tx, connexion, Fixtures.token());
                    return true;
                }));
        refresh(id).isProblem(409, "conflict");
    }

    @Test
    void isNotThereForOthersAndNeedsItsPermission() {
        var theirs = Tenant.of(service).connected();
        refresh(theirs).isProblem(404, "not-found");
        refresh(UUID.randomUUID().toString()).isProblem(404, "not-found");
        var own = tenant.connected();
        tenant.with(Permission.CONNEXIONS_READ, Permission.TOKENS_READ)
                .post("/v1/connexions/" + own + "/refresh", "{}")
                .isProblem(403, "insufficient-permission");
        assertThat(service.tokens().asked()).isEmpty();
    }

    @Test
    void takesNoInput() {
        var id = tenant.connected();
        var path = "/v1/connexions/" + id + "/refresh";
        tenant.http().post(path + "?force=true", "{}").isProblem(400, "unknown-parameter");
        tenant.http().post(path, "{\"force\":true}").isProblem(400, "unknown-member");
        tenant.http().post(path, "[").isProblem(400, "malformed-request");
    }

    private Reply refresh(String id) {
        return tenant.http().post("/v1/connexions/" + id + "/refresh", "{}");
    }

    private com.fasterxml.jackson.databind.JsonNode show(String id) {
        return tenant.http().get("/v1/connexions/" + id).has(200).json();
    }

    private static String reason(Reply reply) {
        return reply.isProblem(409, "reconnect-required").json().path("reason").asText();
    }
}
