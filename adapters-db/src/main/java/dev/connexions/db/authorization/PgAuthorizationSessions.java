package dev.connexions.db.authorization;

import dev.connexions.application.authorization.AuthorizationSessions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Consent;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.TokenLease;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class PgAuthorizationSessions implements AuthorizationSessions {

    private static final String COLUMNS = """
        select session_id, organisation_id, connexion_id, version, login_product, requested_permissions, return_url,
               started_by, started_at, expires_at, link_digest, progress, progress_at, state_digest, browser_digest,
               state_expires_at, username, failure, consent_user, consent_permissions, consent_issued_at,
               consent_expires_at, cast(candidates as text) as candidates, account_id, chosen
        from connexions.authorization_session
        """;

    private static final String FIND =
            COLUMNS + "where organisation_id = cast(:organisation as uuid) and session_id = cast(:id as uuid)\n";

    private static final String LOCK = FIND + "for update";

    private static final String PENDING = """
        where organisation_id = cast(:organisation as uuid)
          and progress in ('waiting', 'consenting', 'exchanging', 'awaiting_choice', 'proving') and expires_at > :now
        """;

    private static final String PENDING_OF = COLUMNS + PENDING + "and connexion_id = cast(:connexion as uuid)\n";

    private static final String COUNT_PENDING =
            "select count(*) as pending from connexions.authorization_session\n" + PENDING;

    private static final String BY_LINK = """
        select session_id, organisation_id from connexions.authorization_session
        where link_digest = :digest and (:across or organisation_id = cast(:organisation as uuid))
        """;

    private static final String BY_STATE = """
        select session_id, organisation_id from connexions.authorization_session
        where state_digest = :digest and (:across or organisation_id = cast(:organisation as uuid))
        """;

    private static final String BY_ID = """
        select session_id, organisation_id from connexions.authorization_session
        where session_id = cast(:id as uuid) and (:across or organisation_id = cast(:organisation as uuid))
        """;

    private static final String OVERDUE = """
        select session_id, organisation_id from connexions.authorization_session
        where progress in ('awaiting_choice', 'proving') and expires_at <= :at
          and (:across or organisation_id = cast(:organisation as uuid))
        order by expires_at
        limit :limit
        """;

    private static final String STALLED = """
        select session_id, organisation_id from connexions.authorization_session
        where progress = 'proving' and progress_at <= :at
          and (:across or organisation_id = cast(:organisation as uuid))
        order by progress_at
        limit :limit
        """;

    private static final String INSERT = """
        insert into connexions.authorization_session
          (session_id, organisation_id, connexion_id, version, login_product, requested_permissions, return_url,
           started_by, started_at, expires_at, link_digest, progress, progress_at, state_digest, browser_digest,
           state_expires_at, username, failure, consent_user, consent_permissions, consent_issued_at,
           consent_expires_at, candidates, account_id, chosen)
        values
          (cast(:id as uuid), cast(:organisation as uuid), cast(:connexion as uuid), 1, :product,
           cast(:requested as text[]), cast(:returnUrl as text), cast(:startedBy as uuid), :startedAt, :expiresAt,
           :link, :progress, cast(:at as timestamptz), cast(:state as bytea), cast(:browser as bytea),
           cast(:until as timestamptz), cast(:username as text), cast(:failure as text), cast(:consentUser as text),
           cast(:consentPermissions as text[]), cast(:consentIssuedAt as timestamptz),
           cast(:consentExpiresAt as timestamptz), cast(:candidates as jsonb), cast(:account as text),
           cast(:chosen as boolean))
        """;

    private static final String UPDATE = """
        update connexions.authorization_session
        set version = version + 1, progress = :progress, progress_at = cast(:at as timestamptz),
            state_digest = cast(:state as bytea), browser_digest = cast(:browser as bytea),
            state_expires_at = cast(:until as timestamptz), username = cast(:username as text),
            failure = cast(:failure as text), consent_user = cast(:consentUser as text),
            consent_permissions = cast(:consentPermissions as text[]),
            consent_issued_at = cast(:consentIssuedAt as timestamptz),
            consent_expires_at = cast(:consentExpiresAt as timestamptz), candidates = cast(:candidates as jsonb),
            account_id = cast(:account as text), chosen = cast(:chosen as boolean),
            consent_token = case when :progress in ('awaiting_choice', 'proving') then consent_token end
        where organisation_id = cast(:organisation as uuid) and session_id = cast(:id as uuid) and version = :version
        """;

    @Override
    public Optional<Whereabouts> byLink(Tx tx, Digest link) {
        return whereabouts(PgTx.of(tx), BY_LINK, link);
    }

    @Override
    public Optional<Whereabouts> byState(Tx tx, Digest state) {
        return whereabouts(PgTx.of(tx), BY_STATE, state);
    }

    @Override
    public Optional<Whereabouts> byId(Tx tx, AuthorizationSessionId id) {
        var own = PgTx.of(tx);
        return own.sql()
                .createGet(BY_ID)
                .params(scope(own).uuid("id", id.value()).map())
                .execute()
                .map(row -> whereabouts(new Columns(row)));
    }

    @Override
    public List<Whereabouts> overdue(Tx tx, Instant now, int limit) {
        return found(PgTx.of(tx), OVERDUE, now, limit);
    }

    @Override
    public List<Whereabouts> stalled(Tx tx, Instant before, int limit) {
        return found(PgTx.of(tx), STALLED, before, limit);
    }

    @Override
    public Optional<AuthorizationSession> find(Tx tx, AuthorizationSessionId id) {
        return one(PgTx.of(tx), FIND, id);
    }

    @Override
    public Optional<AuthorizationSession> lock(Tx tx, AuthorizationSessionId id) {
        return one(PgTx.of(tx), LOCK, id);
    }

    @Override
    public List<AuthorizationSession> pendingOf(Tx tx, ConnexionId connexion, Instant now) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> {
                    var params = new Params()
                            .uuid("organisation", organisation.value())
                            .uuid("connexion", connexion.value())
                            .at("now", now);
                    try (var rows = own.sql()
                            .createQuery(PENDING_OF)
                            .params(params.map())
                            .execute()) {
                        return rows.map(row -> session(new Columns(row))).toList();
                    }
                })
                .orElseGet(List::of);
    }

    @Override
    public int countPending(Tx tx, Instant now) {
        var own = PgTx.of(tx);
        return own.organisation()
                .flatMap(organisation -> own.sql()
                        .createGet(COUNT_PENDING)
                        .params(new Params()
                                .uuid("organisation", organisation.value())
                                .at("now", now)
                                .map())
                        .execute())
                .map(row -> Math.toIntExact(new Columns(row).number("pending")))
                .orElse(0);
    }

    @Override
    public void save(Tx tx, AuthorizationSession session) {
        var own = PgTx.of(tx);
        if (session.version() == 0) {
            own.mustWorkFor(session.organisation());
            own.sql().createInsert(INSERT).params(params(session).map()).execute();
        } else if (own.organisation().filter(session.organisation()::equals).isEmpty() || update(own, session) == 0) {
            throw new StaleException("session " + session.id().value() + " is gone or was saved meanwhile");
        }
    }

    private static long update(PgTx tx, AuthorizationSession session) {
        return tx.sql().createUpdate(UPDATE).params(params(session).map()).execute();
    }

    private static Optional<Whereabouts> whereabouts(PgTx tx, String sql, Digest digest) {
        return tx.sql()
                .createGet(sql)
                .params(scope(tx).digest("digest", digest).map())
                .execute()
                .map(row -> whereabouts(new Columns(row)));
    }

    private static List<Whereabouts> found(PgTx tx, String sql, Instant at, int limit) {
        var params = scope(tx).at("at", at).number("limit", limit).map();
        try (var rows = tx.sql().createQuery(sql).params(params).execute()) {
            return rows.map(row -> whereabouts(new Columns(row))).toList();
        }
    }

    /** Everybody's for a job that works for nobody yet, and for nobody else. */
    private static Params scope(PgTx tx) {
        return new Params()
                .flag(
                        "across",
                        tx.caller() instanceof Caller.Job && tx.organisation().isEmpty())
                .uuid(
                        "organisation",
                        tx.organisation().map(OrganisationId::value).orElse(null));
    }

    private static Whereabouts whereabouts(Columns row) {
        return new Whereabouts(
                new AuthorizationSessionId(row.uuid("session_id")), new OrganisationId(row.uuid("organisation_id")));
    }

    private static Optional<AuthorizationSession> one(PgTx tx, String sql, AuthorizationSessionId id) {
        return tx.organisation()
                .flatMap(organisation -> tx.sql()
                        .createGet(sql)
                        .params(new Params()
                                .uuid("organisation", organisation.value())
                                .uuid("id", id.value())
                                .map())
                        .execute())
                .map(row -> session(new Columns(row)));
    }

    private static Params params(AuthorizationSession session) {
        var progress = ProgressColumns.of(session.progress());
        var consent = Optional.ofNullable(progress.consent());
        return new Params()
                .uuid("id", session.id().value())
                .uuid("organisation", session.organisation().value())
                .uuid("connexion", session.connexion().value())
                .number("version", session.version())
                .text("product", session.product().code())
                .scopes("requested", session.requested())
                .text(
                        "returnUrl",
                        session.returnUrl() == null ? null : session.returnUrl().toString())
                .uuid("startedBy", session.startedBy().value())
                .at("startedAt", session.startedAt())
                .at("expiresAt", session.expiresAt())
                .digest("link", session.link())
                .text("progress", progress.progress())
                .at("at", progress.at())
                .digest("state", progress.state())
                .digest("browser", progress.browser())
                .at("until", progress.until())
                .text("username", progress.username())
                .text("failure", progress.failure())
                .text("consentUser", consent.map(Consent::metaUserId).orElse(null))
                .texts(
                        "consentPermissions",
                        consent.map(each -> each.granted().names().toArray(String[]::new))
                                .orElse(null))
                .at(
                        "consentIssuedAt",
                        consent.map(Consent::lease).map(TokenLease::issuedAt).orElse(null))
                .at(
                        "consentExpiresAt",
                        consent.map(Consent::lease).map(TokenLease::expiresAt).orElse(null))
                .text("candidates", progress.candidates() == null ? null : CandidatesJson.write(progress.candidates()))
                .text(
                        "account",
                        progress.account() == null ? null : progress.account().value())
                .flag("chosen", progress.chosen());
    }

    private static AuthorizationSession session(Columns row) {
        var returnUrl = row.textOrNull("return_url");
        return new AuthorizationSession(
                new AuthorizationSessionId(row.uuid("session_id")),
                new OrganisationId(row.uuid("organisation_id")),
                new ConnexionId(row.uuid("connexion_id")),
                LoginProduct.of(row.text("login_product")).orElseThrow(),
                Scopes.of(row.texts("requested_permissions")),
                returnUrl == null ? null : URI.create(returnUrl),
                new UserId(row.uuid("started_by")),
                row.at("started_at"),
                row.at("expires_at"),
                Digest.of(row.bytes("link_digest")),
                ProgressColumns.read(row),
                row.number("version"));
    }
}
