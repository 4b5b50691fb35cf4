package dev.connexions.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.idempotency.BeginRequest.Result;
import dev.connexions.application.idempotency.FinishRequest.Ending;
import dev.connexions.application.quota.Desk;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** That what is asked for again under one key is done once, on every store. */
public interface OnceContract extends Platform {

    SealedAnswer ANSWER = new SealedAnswer("AAEC");

    /** A request under a key, which can be sent again. */
    record Sent(Caller.User caller, Digest key, Digest fingerprint, SettableTime clock) {

        static Sent by(Caller.User caller) {
            return new Sent(
                    caller,
                    OneTimeSecret.random().digest(),
                    OneTimeSecret.random().digest(),
                    new SettableTime(Fixtures.NOW));
        }

        Sent again() {
            return new Sent(caller.under(RequestId.random()), key, fingerprint, clock);
        }

        Sent as(RequestId attempt) {
            return new Sent(caller.under(attempt), key, fingerprint, clock);
        }

        Sent asking(Digest other) {
            return new Sent(caller.under(RequestId.random()), key, other, clock);
        }
    }

    @Test
    default void beginsOnceAndRepeatsTheAnswer() {
        var sent = Sent.by(member());
        var organisation = organisationOf(sent.caller());
        assertThat(begin(sent)).isEqualTo(new Result.Begun(organisation));
        assertThat(begin(sent.again())).isEqualTo(new Result.InProgress(IdempotencyRecord.LEASE));
        finish(sent, new Ending.Answered(ANSWER));
        sent.clock().advance(IdempotencyRecord.LIFETIME.minusNanos(1000));
        assertThat(begin(sent.again())).isEqualTo(new Result.Answered(organisation, ANSWER));
        sent.clock().advance(Duration.ofNanos(1000));
        assertThat(begin(sent.again())).isInstanceOf(Result.Begun.class);
        assertThat(begin(sent.again())).isInstanceOf(Result.InProgress.class);
    }

    @Test
    default void takesAnotherRequestUnderTheSameKeyForAMistake() {
        var sent = Sent.by(member());
        begin(sent);
        assertThat(begin(sent.asking(digest()))).isEqualTo(new Result.KeyReused());
        finish(sent, new Ending.Answered(ANSWER));
        assertThat(begin(sent.asking(digest()))).isEqualTo(new Result.KeyReused());
        assertThat(begin(sent.again())).isInstanceOf(Result.Answered.class);
    }

    @Test
    default void repeatsNoAnswerWithASecret() {
        var sent = Sent.by(member());
        begin(sent);
        finish(sent, new Ending.AnsweredOnce());
        assertThat(begin(sent.again())).isEqualTo(new Result.AnsweredOnce());
    }

    @Test
    default void beginsAgainAfterARefusal() {
        var sent = Sent.by(member());
        begin(sent);
        finish(sent, new Ending.Refused());
        assertThat(begin(sent.asking(digest()))).isInstanceOf(Result.Begun.class);
    }

    @Test
    default void beginsAgainAfterAFailureThatDidNothing() {
        var sent = Sent.by(member());
        begin(sent);
        finish(sent, new Ending.Failed());
        assertThat(begin(sent.again())).isInstanceOf(Result.Begun.class);
        assertThat(begin(sent.again())).isInstanceOf(Result.InProgress.class);
    }

    @Test
    default void tellsOfAFailureThatDidSomethingAllTheSame() {
        var sent = Sent.by(member());
        begin(sent);
        var done = effect(sent.caller());
        finish(sent, new Ending.Failed());
        assertThat(begin(sent.again())).isEqualTo(new Result.Done(done));
        assertThat(begin(sent.again())).isEqualTo(new Result.Done(done));
    }

    /** Which writes nothing into the audit. */
    @Test
    default void tellsOfALostAttemptThatReserved() {
        var sent = Sent.by(member());
        var desk = new Desk(this, quotaLedger(), sent.caller(), sent.clock());
        var connexion = desk.connexion(10);
        begin(sent);
        desk.hold(connexion, ReservationId.of(sent.caller().request()), 3);
        sent.clock().advance(IdempotencyRecord.LEASE);
        assertThat(begin(sent.again())).isEqualTo(new Result.Done(connexion));
        var stranger = Sent.by(member());
        begin(stranger.as(sent.caller().request()));
        stranger.clock().advance(IdempotencyRecord.LEASE);
        assertThat(begin(stranger.again())).isInstanceOf(Result.Begun.class);
    }

    @Test
    default void tellsOfAnAttemptThatWasLostAfterItDidSomething() {
        var sent = Sent.by(member());
        begin(sent);
        var done = effect(sent.caller());
        for (var i = 0; i < 3; i++) {
            effect(sent.caller().under(RequestId.random()));
        }
        sent.clock().advance(IdempotencyRecord.LEASE.minusNanos(1000));
        assertThat(begin(sent.again())).isEqualTo(new Result.InProgress(Duration.ofNanos(1000)));
        sent.clock().advance(Duration.ofNanos(1000));
        assertThat(begin(sent.again())).isEqualTo(new Result.Done(done));
    }

    @Test
    default void looksForALostAttemptHoweverMuchWasDoneSince() {
        var sent = Sent.by(member());
        begin(sent);
        var done = effect(sent.caller());
        var others = member(organisationOf(sent.caller()));
        for (var i = 0; i < 205; i++) {
            refuse(others);
        }
        sent.clock().advance(IdempotencyRecord.LEASE);
        assertThat(begin(sent.again())).isEqualTo(new Result.Done(done));
    }

    @Test
    default void beginsAgainWhenALostAttemptDidNothing() {
        var sent = Sent.by(member());
        effect(sent.caller());
        begin(sent);
        refuse(sent.caller());
        effect(sent.caller().under(RequestId.random()));
        sent.clock().advance(IdempotencyRecord.LEASE);
        assertThat(begin(sent.again())).isInstanceOf(Result.Begun.class);
    }

    @Test
    default void doesNotLetALostAttemptSpeakForTheOneThatTookItsPlace() {
        var sent = Sent.by(member());
        begin(sent);
        sent.clock().advance(IdempotencyRecord.LEASE);
        var second = sent.again();
        begin(second);
        finish(sent, new Ending.Answered(new SealedAnswer("stale")));
        finish(sent, new Ending.Refused());
        assertThat(begin(sent.again())).isInstanceOf(Result.InProgress.class);
        finish(second, new Ending.Answered(ANSWER));
        assertThat(begin(sent.again())).extracting("answer").isEqualTo(ANSWER);
    }

    @Test
    default void keepsTheKeysOfOrganisationsApart() {
        var ours = Sent.by(member());
        begin(ours);
        finish(ours, new Ending.Answered(ANSWER));
        var theirs = new Sent(member(), ours.key(), ours.fingerprint(), ours.clock());
        assertThat(begin(theirs)).isEqualTo(new Result.Begun(organisationOf(theirs.caller())));
        var colleague = new Sent(member(organisationOf(ours.caller())), ours.key(), ours.fingerprint(), ours.clock());
        assertThat(begin(colleague)).isInstanceOf(Result.Answered.class);
    }

    @RepeatedTest(3)
    default void letsOneOfManyBegin() throws InterruptedException {
        var sent = Sent.by(member());
        var results = new ConcurrentLinkedQueue<Result>();
        var failures = Together.run(16, i -> results.add(begin(sent.again())));
        assertThat(failures).allMatch(Optional::isEmpty);
        assertThat(results).filteredOn(Result.Begun.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.InProgress.class::isInstance).hasSize(15);
    }

    @RepeatedTest(3)
    default void letsOneOfManyTakeALostAttemptsPlace() throws InterruptedException {
        var sent = Sent.by(member());
        begin(sent);
        sent.clock().advance(IdempotencyRecord.LEASE);
        var results = new ConcurrentLinkedQueue<Result>();
        Together.run(8, i -> results.add(begin(sent.again())));
        assertThat(results).filteredOn(Result.Begun.class::isInstance).hasSize(1);
    }

    private Result begin(Sent sent) {
        return new BeginRequest(transactions(), requests(), audit(), quotas(), sent.clock())
                .handle(sent.caller(), new BeginRequest.Command(sent.key(), sent.fingerprint()));
    }

    private void finish(Sent sent, Ending ending) {
        new FinishRequest(transactions(), requests(), sent.clock())
                .handle(sent.caller(), new FinishRequest.Command(sent.key(), ending));
    }

    private ConnexionId effect(Caller caller) {
        var create = new CreateConnexion(transactions(), connexions(), audit(), () -> Fixtures.NOW);
        var command = new CreateConnexion.Command(Fixtures.client(), Fixtures.email(), null, null);
        return ((CreateConnexion.Result.Created) create.handle(caller, command))
                .connexion()
                .id();
    }

    private void refuse(Caller caller) {
        run(
                caller,
                tx -> audit().append(
                                tx,
                                new AuditRecord(
                                        tx.requireOrganisation(),
                                        Fixtures.NOW,
                                        Action.ACCESS_REFUSED,
                                        Outcome.REFUSED,
                                        null,
                                        Details.NONE)));
    }

    private static Digest digest() {
        return OneTimeSecret.random().digest();
    }
}
