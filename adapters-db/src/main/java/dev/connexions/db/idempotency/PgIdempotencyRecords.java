package dev.connexions.db.idempotency;

import dev.connexions.application.idempotency.IdempotencyRecord;
import dev.connexions.application.idempotency.IdempotencyRecord.Progress;
import dev.connexions.application.idempotency.IdempotencyRecords;
import dev.connexions.application.idempotency.SealedAnswer;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import java.time.Instant;
import java.util.Optional;

public final class PgIdempotencyRecords implements IdempotencyRecords {

    private static final String IN_FLIGHT = "in_flight";
    private static final String ANSWERED = "answered";
    private static final String ANSWERED_ONCE = "answered_once";

    private static final String ADD = """
        insert into connexions.idempotency_record
          (organisation_id, key_digest, fingerprint, attempt, began_at, entries_before, progress, leased_until, answer)
        values
          (cast(:organisation as uuid), :key, :fingerprint, :attempt, :beganAt, :entriesBefore, :progress,
           cast(:leasedUntil as timestamptz), cast(:answer as text))
        on conflict (organisation_id, key_digest) do nothing
        """;

    private static final String LOCK = """
        select organisation_id, key_digest, fingerprint, attempt, began_at, entries_before, progress, leased_until, answer
        from connexions.idempotency_record
        where organisation_id = cast(:organisation as uuid) and key_digest = :key
        for update
        """;

    private static final String SAVE = """
        update connexions.idempotency_record
        set fingerprint = :fingerprint, attempt = :attempt, began_at = :beganAt, entries_before = :entriesBefore,
            progress = :progress, leased_until = cast(:leasedUntil as timestamptz), answer = cast(:answer as text)
        where organisation_id = cast(:organisation as uuid) and key_digest = :key
        """;

    private static final String REMOVE = """
        delete from connexions.idempotency_record
        where organisation_id = cast(:organisation as uuid) and key_digest = :key
        """;

    private static final String FORGET = """
        delete from connexions.idempotency_record
        where (organisation_id, key_digest) in (
          select organisation_id, key_digest from connexions.idempotency_record
          where began_at < :before and (:across or organisation_id = cast(:organisation as uuid))
          order by began_at
          limit :limit
          for update skip locked)
        """;

    @Override
    public boolean add(Tx tx, IdempotencyRecord record) {
        var own = PgTx.of(tx);
        own.mustWorkFor(record.organisation());
        return own.sql().createInsert(ADD).params(params(record).map()).execute() == 1;
    }

    @Override
    public Optional<IdempotencyRecord> lock(Tx tx, Digest key) {
        var own = PgTx.of(tx);
        return own.organisation()
                .flatMap(organisation -> own.sql()
                        .createGet(LOCK)
                        .params(params(organisation, key).map())
                        .execute())
                .map(row -> record(new Columns(row)));
    }

    @Override
    public void save(Tx tx, IdempotencyRecord record) {
        var own = PgTx.of(tx);
        own.mustWorkFor(record.organisation());
        own.sql().createUpdate(SAVE).params(params(record).map()).execute();
    }

    @Override
    public void remove(Tx tx, Digest key) {
        var own = PgTx.of(tx);
        own.organisation()
                .ifPresent(organisation -> own.sql()
                        .createDelete(REMOVE)
                        .params(params(organisation, key).map())
                        .execute());
    }

    @Override
    public int forget(Tx tx, Instant beganBefore, int limit) {
        var own = PgTx.of(tx);
        var across = tx.caller() instanceof Caller.Job && tx.organisation().isEmpty();
        return Math.toIntExact(own.sql()
                .createDelete(FORGET)
                .params(new Params()
                        .at("before", beganBefore)
                        .flag("across", across)
                        .uuid(
                                "organisation",
                                tx.organisation().map(OrganisationId::value).orElse(null))
                        .number("limit", limit)
                        .map())
                .execute());
    }

    private static Params params(OrganisationId organisation, Digest key) {
        return new Params().uuid("organisation", organisation.value()).digest("key", key);
    }

    private static Params params(IdempotencyRecord record) {
        var params = params(record.organisation(), record.key())
                .digest("fingerprint", record.fingerprint())
                .text("attempt", record.attempt().value())
                .at("beganAt", record.beganAt())
                .number("entriesBefore", record.entriesBefore());
        return switch (record.progress()) {
            case Progress.InFlight(var leasedUntil) ->
                params.text("progress", IN_FLIGHT)
                        .at("leasedUntil", leasedUntil)
                        .text("answer", null);
            case Progress.Answered(var answer) ->
                params.text("progress", ANSWERED).at("leasedUntil", null).text("answer", answer.base64());
            case Progress.AnsweredOnce once ->
                params.text("progress", ANSWERED_ONCE).at("leasedUntil", null).text("answer", null);
        };
    }

    private static IdempotencyRecord record(Columns row) {
        return new IdempotencyRecord(
                new OrganisationId(row.uuid("organisation_id")),
                Digest.of(row.bytes("key_digest")),
                Digest.of(row.bytes("fingerprint")),
                new RequestId(row.text("attempt")),
                row.at("began_at"),
                row.number("entries_before"),
                progress(row));
    }

    private static Progress progress(Columns row) {
        var progress = row.text("progress");
        return switch (progress) {
            case IN_FLIGHT -> new Progress.InFlight(row.at("leased_until"));
            case ANSWERED -> new Progress.Answered(new SealedAnswer(row.text("answer")));
            case ANSWERED_ONCE -> new Progress.AnsweredOnce();
            default -> throw new IllegalStateException("unknown progress: " + progress);
        };
    }
}
