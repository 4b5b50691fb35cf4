package dev.connexions.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.SessionEvent;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionEvent;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.quota.QuotaEvent;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedTest {

    private static final OrganisationId ORGANISATION = Fixtures.organisation();
    private static final ConnexionId CONNEXION = ConnexionId.random();
    private static final AuthorizationSessionId SESSION = AuthorizationSessionId.random();
    private static final UserId USER = new UserId(UUID.randomUUID());
    private static final Instant AT = Fixtures.NOW;
    private static final Scopes SCOPES = Scopes.of(Set.of("b", "a"));
    private static final Link ENDLESS = new Link(
            null,
            new Account(new AccountId("17"), null, null, null),
            null,
            Scopes.NONE,
            SCOPES,
            new TokenLease(null, null));

    @Test
    void writesQuotaEventsDown() {
        var resetAt = AT.plusSeconds(60);
        assertThat(Recorded.of(new ConnexionEvent.LimitChanged(CONNEXION, ORGANISATION, AT, new DailyLimit(3), null)))
                .isEqualTo(done(Action.QUOTA_LIMIT_CHANGED, Details.NONE.and("dailyLimit", "3", null)));
        assertThat(Recorded.of(new QuotaEvent.Reset(CONNEXION, ORGANISATION, AT, 7, 2, resetAt)))
                .isEqualTo(done(
                        Action.QUOTA_RESET,
                        Details.NONE.and("counted", "7", "2").and("resetAt", null, resetAt.toString())));
        var room = new Room(new DailyLimit(3), 2, resetAt);
        assertThat(Recorded.of(new QuotaEvent.Exhausted(CONNEXION, ORGANISATION, AT, 5, room)))
                .isEqualTo(new AuditRecord(
                        ORGANISATION,
                        AT,
                        Action.QUOTA_EXHAUSTED,
                        Outcome.REFUSED,
                        CONNEXION,
                        Details.NONE
                                .and("dailyLimit", null, "3")
                                .and("counted", null, "2")
                                .and("asked", null, "5")
                                .and("resetAt", null, resetAt.toString())));
    }

    @Test
    void writesConnexionEventsDown() {
        var client = new ClientRef("agence", UUID.randomUUID());
        var key = new ConnexionKey("k");
        assertThat(Recorded.of(new ConnexionEvent.Created(CONNEXION, ORGANISATION, AT, key, client)))
                .isEqualTo(done(
                        Action.CONNEXION_CREATED,
                        Details.NONE
                                .and("key", null, "k")
                                .and("clientType", null, "agence")
                                .and("clientId", null, client.id().toString())
                                .and("status", null, "pending")));
        var link = new Link(
                LoginProduct.FACEBOOK,
                ENDLESS.account(),
                null,
                Scopes.NONE,
                SCOPES,
                new TokenLease(AT, AT.plusSeconds(1)));
        assertThat(Recorded.of(new ConnexionEvent.Activated(CONNEXION, ORGANISATION, AT, Status.REVOKED, link, USER)))
                .isEqualTo(done(
                        Action.CONNEXION_ACTIVATED,
                        Details.NONE
                                .and("status", "revoked", "active")
                                .and("accountId", null, "17")
                                .and("loginProduct", null, "facebook")
                                .and("permissions", null, "a b")
                                .and("tokenExpiresAt", null, "2026-03-29T10:15:31.123456Z")
                                .and("onBehalfOf", null, USER.value().toString())));
        assertThat(Recorded.of(new ConnexionEvent.Recovered(CONNEXION, ORGANISATION, AT, Status.ERROR, ENDLESS, USER)))
                .isEqualTo(done(
                        Action.CONNEXION_RECOVERED,
                        Details.NONE
                                .and("status", "error", "active")
                                .and("accountId", null, "17")
                                .and("loginProduct", null, null)
                                .and("permissions", null, "a b")
                                .and("tokenExpiresAt", null, null)
                                .and("onBehalfOf", null, USER.value().toString())));
        var other = new ClientRef("agence", new UUID(0, 7));
        var email = new AccountEmail("a@example.org");
        assertThat(Recorded.of(new ConnexionEvent.Updated(CONNEXION, ORGANISATION, AT, client, other, email, email)))
                .isEqualTo(done(
                        Action.CONNEXION_UPDATED,
                        Details.NONE.and("clientId", client.id().toString(), "00000000-0000-0000-0000-000000000007")));
        assertThat(Recorded.of(new ConnexionEvent.Enabled(CONNEXION, ORGANISATION, AT)))
                .isEqualTo(done(Action.CONNEXION_ENABLED, Details.NONE.and("enabled", "false", "true")));
        assertThat(Recorded.of(new ConnexionEvent.Disabled(CONNEXION, ORGANISATION, AT)))
                .isEqualTo(done(Action.CONNEXION_DISABLED, Details.NONE.and("enabled", "true", "false")));
        assertThat(Recorded.of(new ConnexionEvent.Erased(CONNEXION, ORGANISATION, AT, key, Status.EXPIRED)))
                .isEqualTo(done(
                        Action.CONNEXION_ERASED,
                        Details.NONE.and("key", "k", null).and("status", "expired", null)));
    }

    @Test
    void writesSessionEventsDown() {
        var session = SESSION.value().toString();
        assertThat(Recorded.of(new SessionEvent.Started(SESSION, CONNEXION, ORGANISATION, AT, LoginProduct.INSTAGRAM)))
                .isEqualTo(done(
                        Action.CONNEXION_AUTHORIZATION_STARTED,
                        Details.NONE.and("session", null, session).and("loginProduct", null, "instagram")));
        assertThat(Recorded.of(
                        new SessionEvent.Failed(SESSION, CONNEXION, ORGANISATION, AT, Failure.WRONG_ACCOUNT, USER)))
                .isEqualTo(new AuditRecord(
                        ORGANISATION,
                        AT,
                        Action.CONNEXION_AUTHORIZATION_FAILED,
                        Outcome.FAILED,
                        CONNEXION,
                        Details.NONE
                                .and("session", null, session)
                                .and("reason", null, "wrong_account")
                                .and("onBehalfOf", null, USER.value().toString())));
    }

    @Test
    void refusesAnEventThatNobodySaysHowToWriteDown() {
        record Unheard(OrganisationId organisation, Instant at) implements DomainEvent {}
        assertThatIllegalStateException().isThrownBy(() -> Recorded.of(new Unheard(ORGANISATION, AT)));
    }

    private static AuditRecord done(Action action, Details details) {
        return new AuditRecord(ORGANISATION, AT, action, Outcome.DONE, CONNEXION, details);
    }
}
