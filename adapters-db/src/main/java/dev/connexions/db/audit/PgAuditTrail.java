package dev.connexions.db.audit;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.audit.AuditEntry.Tail;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One chain for each organisation, in one table. */
public final class PgAuditTrail implements AuditTrail {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    /** Held until the transaction ends, so that the writers of one organisation take turns; answers the last entry. */
    private static final String TAKE_TURN =
            "select sequence, hash from connexions.take_audit_turn(cast(:organisation as uuid))";

    private static final String APPEND = """
        with entry as (
          insert into connexions.audit_entry
            (organisation_id, sequence, at, actor_kind, actor_id, actor_reason, action, outcome, connexion_id,
             request_id, details_digest, previous_hash, hash)
          values
            (cast(:organisation as uuid), :sequence, :at, :actorKind, cast(:actorId as uuid),
             cast(:actorReason as text), :action, :outcome, cast(:connexion as uuid), :request, :detailsDigest,
             :previousHash, :hash)
          returning organisation_id, entry_id)
        insert into connexions.audit_details (organisation_id, entry_id, details, salt)
        select organisation_id, entry_id, cast(:details as jsonb), :salt from entry
        """;

    private static final String READ = """
        select e.organisation_id, e.sequence, e.at, e.actor_kind, e.actor_id, e.actor_reason, e.action, e.outcome,
               e.connexion_id, e.request_id, e.details_digest, e.previous_hash, e.hash, cast(d.details as text) as details
        from connexions.audit_entry e
        left join connexions.audit_details d on d.organisation_id = e.organisation_id and d.entry_id = e.entry_id
        where e.organisation_id = cast(:organisation as uuid) and e.sequence < :before
        """;

    /** What no organisation's predicate finds. */
    private static final String READ_PLATFORM = READ.replace(
                    "e.organisation_id = cast(:organisation as uuid)",
                    "e.organisation_id is null and cast(:organisation as uuid) is null")
            .replace("d.organisation_id = e.organisation_id and ", "");

    private static final String PAGE = "order by e.sequence desc limit :limit";

    private static final String READ_ALL = READ + PAGE;

    private static final String READ_OF_ONE = READ + "and e.connexion_id = cast(:connexion as uuid)\n" + PAGE;

    @Override
    public void append(Tx tx, AuditRecord record) {
        var own = PgTx.of(tx);
        own.mustWorkFor(record.organisation());
        var chain = new Params().uuid("organisation", column(record.organisation()));
        var tail = get(own, TAKE_TURN, chain)
                .map(row -> new Tail(row.number("sequence"), Digest.of(row.bytes("hash"))))
                .orElse(null);
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var digest = DetailsJson.digest(salt, record.details());
        var entry = AuditEntry.next(tail, record, tx.actor(), tx.caller().request(), digest);
        own.sql()
                .createInsert(APPEND)
                .params(params(entry)
                        .text("details", DetailsJson.write(record.details()))
                        .bytes("salt", salt)
                        .map())
                .execute();
    }

    @Override
    public List<Read> read(Tx tx, @Nullable ConnexionId connexion, @Nullable Long before, int limit) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> read(own, organisation, connexion, before, limit))
                .orElseGet(List::of);
    }

    private static List<Read> read(
            PgTx tx, OrganisationId organisation, @Nullable ConnexionId connexion, @Nullable Long before, int limit) {
        var params = new Params()
                .uuid("organisation", column(organisation))
                .number("before", before == null ? Long.MAX_VALUE : before)
                .number("limit", limit);
        if (connexion != null) {
            params.uuid("connexion", connexion.value());
        }
        try (var rows = tx.sql()
                .createQuery(text(organisation, connexion))
                .params(params.map())
                .execute()) {
            return rows.map(row -> read(new Columns(row))).toList();
        }
    }

    private static Optional<Columns> get(PgTx tx, String sql, Params params) {
        return tx.sql().createGet(sql).params(params.map()).execute().map(Columns::new);
    }

    private static String text(OrganisationId organisation, @Nullable ConnexionId connexion) {
        if (organisation.equals(OrganisationId.PLATFORM)) {
            return READ_PLATFORM + PAGE;
        }
        return connexion == null ? READ_ALL : READ_OF_ONE;
    }

    /** The platform's own chain is the one of no organisation. */
    private static @Nullable UUID column(OrganisationId organisation) {
        return organisation.equals(OrganisationId.PLATFORM) ? null : organisation.value();
    }

    private static OrganisationId organisation(@Nullable UUID column) {
        return column == null ? OrganisationId.PLATFORM : new OrganisationId(column);
    }

    private static Params params(AuditEntry entry) {
        return new Params()
                .uuid("organisation", column(entry.organisation()))
                .number("sequence", entry.sequence())
                .at("at", entry.at())
                .text("actorKind", entry.actor().kind().code())
                .uuid("actorId", entry.actor().id().value())
                .text("actorReason", entry.actor().reason())
                .text("action", entry.action().code())
                .text("outcome", entry.outcome().code())
                .uuid(
                        "connexion",
                        entry.connexion() == null ? null : entry.connexion().value())
                .text("request", entry.request().value())
                .digest("detailsDigest", entry.detailsDigest())
                .digest("previousHash", entry.previousHash())
                .digest("hash", entry.hash());
    }

    private static Read read(Columns row) {
        var connexion = row.uuidOrNull("connexion_id");
        var entry = new AuditEntry(
                organisation(row.uuidOrNull("organisation_id")),
                row.number("sequence"),
                row.at("at"),
                new Actor(
                        Actor.Kind.valueOf(row.text("actor_kind").toUpperCase(Locale.ROOT)),
                        new UserId(row.uuid("actor_id")),
                        row.textOrNull("actor_reason")),
                Action.of(row.text("action"))
                        .orElseThrow(() -> new IllegalStateException("unknown action: " + row.text("action"))),
                Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
                connexion == null ? null : new ConnexionId(connexion),
                new RequestId(row.text("request_id")),
                Digest.of(row.bytes("details_digest")),
                Digest.of(row.bytes("previous_hash")),
                Digest.of(row.bytes("hash")));
        return new Read(
                entry,
                Optional.ofNullable(row.textOrNull("details"))
                        .map(DetailsJson::read)
                        .orElse(null));
    }
}
