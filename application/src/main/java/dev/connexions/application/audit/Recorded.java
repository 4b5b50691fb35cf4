package dev.connexions.application.audit;

import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.authorization.GrantEvent;
import dev.connexions.domain.authorization.SessionEvent;
import dev.connexions.domain.connexion.ConnexionEvent;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.quota.QuotaEvent;
import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How each event is written down: the one table of what the audit says. */
final class Recorded {

    private static final String STATUS = "status";
    private static final String ENABLED = "enabled";
    private static final String TOKEN_EXPIRES_AT = "tokenExpiresAt";
    private static final String ON_BEHALF_OF = "onBehalfOf";

    private Recorded() {}

    static AuditRecord of(DomainEvent event) {
        return switch (event) {
            case ConnexionEvent happened -> of(happened);
            case SessionEvent happened -> of(happened);
            case GrantEvent happened -> of(happened);
            case QuotaEvent happened -> of(happened);
            default -> throw new IllegalStateException("nothing says how to write down " + event.getClass());
        };
    }

    private static AuditRecord of(ConnexionEvent event) {
        return switch (event) {
            case ConnexionEvent.Created e ->
                done(
                        e,
                        e.connexion(),
                        Action.CONNEXION_CREATED,
                        Details.NONE
                                .and("key", null, e.key().value())
                                .and("clientType", null, e.client().type())
                                .and("clientId", null, e.client().id().toString())
                                .and(STATUS, null, Status.PENDING.code()));
            case ConnexionEvent.Activated e ->
                done(e, e.connexion(), Action.CONNEXION_ACTIVATED, linked(e.before(), e.link(), e.onBehalfOf()));
            case ConnexionEvent.Recovered e ->
                done(e, e.connexion(), Action.CONNEXION_RECOVERED, linked(e.before(), e.link(), e.onBehalfOf()));
            case ConnexionEvent.Enabled e ->
                done(e, e.connexion(), Action.CONNEXION_ENABLED, Details.NONE.and(ENABLED, "false", "true"));
            case ConnexionEvent.Disabled e ->
                done(e, e.connexion(), Action.CONNEXION_DISABLED, Details.NONE.and(ENABLED, "true", "false"));
            case ConnexionEvent.Updated e -> done(e, e.connexion(), Action.CONNEXION_UPDATED, changed(e));
            case ConnexionEvent.Erased e ->
                done(
                        e,
                        e.connexion(),
                        Action.CONNEXION_ERASED,
                        Details.NONE
                                .and("key", e.key().value(), null)
                                .and(STATUS, e.before().code(), null));
            case ConnexionEvent.LimitChanged e ->
                done(
                        e,
                        e.connexion(),
                        Action.QUOTA_LIMIT_CHANGED,
                        Details.NONE.and("dailyLimit", units(e.before()), units(e.after())));
            case ConnexionEvent.Renewed e ->
                done(
                        e,
                        e.connexion(),
                        Action.CONNEXION_RENEWED,
                        Details.NONE.and(
                                TOKEN_EXPIRES_AT,
                                text(e.before().expiresAt()),
                                text(e.lease().expiresAt())));
            case ConnexionEvent.RenewalFailed e ->
                new AuditRecord(
                        e.organisation(),
                        e.at(),
                        Action.CONNEXION_RENEWAL_FAILED,
                        Outcome.FAILED,
                        e.connexion(),
                        Details.NONE.and("reason", null, e.why().code()).and("nextRefreshAt", null, text(e.nextAt())));
            case ConnexionEvent.Expired e ->
                done(
                        e,
                        e.connexion(),
                        Action.CONNEXION_EXPIRED,
                        Details.NONE
                                .and(STATUS, e.before().code(), Status.EXPIRED.code())
                                .and(TOKEN_EXPIRES_AT, text(e.expiredAt()), text(e.expiredAt())));
            case ConnexionEvent.ReauthorizationRequired e ->
                done(
                        e,
                        e.connexion(),
                        Action.CONNEXION_REAUTHORIZATION_REQUIRED,
                        Details.NONE
                                .and(STATUS, e.before().code(), Status.REAUTHORIZATION_REQUIRED.code())
                                .and("reason", null, e.cause().reason())
                                .and(ON_BEHALF_OF, null, e.onBehalfOf().value().toString()));
        };
    }

    private static AuditRecord of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.Started e ->
                done(
                        e,
                        e.connexion(),
                        Action.CONNEXION_AUTHORIZATION_STARTED,
                        Details.NONE
                                .and("session", null, e.session().value().toString())
                                .and("loginProduct", null, e.product().code()));
            case SessionEvent.Failed e ->
                new AuditRecord(
                        e.organisation(),
                        e.at(),
                        Action.CONNEXION_AUTHORIZATION_FAILED,
                        Outcome.FAILED,
                        e.connexion(),
                        Details.NONE
                                .and("session", null, e.session().value().toString())
                                .and("reason", null, e.failure().code())
                                .and(ON_BEHALF_OF, null, e.onBehalfOf().value().toString()));
        };
    }

    private static AuditRecord of(GrantEvent event) {
        return switch (event) {
            case GrantEvent.Revoked e -> done(e, e.connexion(), Action.GRANT_REVOKED, product(e));
            case GrantEvent.Left e ->
                new AuditRecord(
                        e.organisation(),
                        e.at(),
                        Action.GRANT_REVOKED,
                        switch (e.why()) {
                            case NOT_OFFERED, STILL_USED -> Outcome.REFUSED;
                            case UPSTREAM_UNAVAILABLE -> Outcome.FAILED;
                        },
                        e.connexion(),
                        product(e).and("reason", null, e.why().code()));
        };
    }

    private static Details product(GrantEvent event) {
        return Details.NONE.and("loginProduct", null, event.product().code());
    }

    private static AuditRecord of(QuotaEvent event) {
        return switch (event) {
            case QuotaEvent.Exhausted e ->
                new AuditRecord(
                        e.organisation(),
                        e.at(),
                        Action.QUOTA_EXHAUSTED,
                        Outcome.REFUSED,
                        e.connexion(),
                        Details.NONE
                                .and("dailyLimit", null, units(e.room().limit()))
                                .and("counted", null, Long.toString(e.room().counted()))
                                .and("asked", null, Integer.toString(e.asked()))
                                .and("resetAt", null, e.room().resetAt().toString()));
            case QuotaEvent.Reset e ->
                done(
                        e,
                        e.connexion(),
                        Action.QUOTA_RESET,
                        Details.NONE
                                .and("counted", Long.toString(e.before()), Long.toString(e.after()))
                                .and("resetAt", null, e.resetAt().toString()));
        };
    }

    private static @Nullable String units(@Nullable DailyLimit limit) {
        return limit == null ? null : Integer.toString(limit.units());
    }

    private static Details changed(ConnexionEvent.Updated e) {
        var details = Details.NONE;
        details = and(
                details, "clientType", e.clientBefore().type(), e.clientAfter().type());
        details = and(
                details,
                "clientId",
                e.clientBefore().id().toString(),
                e.clientAfter().id().toString());
        return and(
                details, "accountEmail", e.emailBefore().value(), e.emailAfter().value());
    }

    private static Details and(Details details, String member, String before, String after) {
        return before.equals(after) ? details : details.and(member, before, after);
    }

    private static Details linked(Status before, Link link, UserId onBehalfOf) {
        return Details.NONE
                .and(STATUS, before.code(), Status.ACTIVE.code())
                .and("accountId", null, link.account().id().value())
                .and("loginProduct", null, code(link.product()))
                .and("permissions", null, String.join(" ", link.granted().names()))
                .and(TOKEN_EXPIRES_AT, null, text(link.lease().expiresAt()))
                .and(ON_BEHALF_OF, null, onBehalfOf.value().toString());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return Objects.toString(at, null);
    }

    private static @Nullable String code(@Nullable LoginProduct product) {
        return product == null ? null : product.code();
    }

    private static AuditRecord done(DomainEvent event, ConnexionId connexion, Action action, Details details) {
        return new AuditRecord(event.organisation(), event.at(), action, Outcome.DONE, connexion, details);
    }
}
