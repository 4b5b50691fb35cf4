package dev.connexions.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.idempotency.IdempotencyRecord.Progress;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link IdempotencyRecords} promises. */
public interface IdempotencyRecordsContract extends Platform {

    Instant NOW = Fixtures.NOW;

    /** Long before whatever the others keep. */
    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.000001Z");

    static Stream<Progress> progresses() {
        return Stream.of(
                new Progress.InFlight(NOW.plusSeconds(60)),
                new Progress.Answered(new SealedAnswer("AAEC/w==")),
                new Progress.AnsweredOnce());
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.application.idempotency.IdempotencyRecordsContract#progresses")
    default void keepsEveryProgress(Progress progress) {
        var member = member();
        var begun = record(organisationOf(member));
        assertThat(add(member, begun.with(progress))).isTrue();
        assertThat(lock(member, begun.key())).contains(begun.with(progress));
        for (var other : progresses().toList()) {
            var next = new IdempotencyRecord(
                    begun.organisation(), begun.key(), digest(), RequestId.random(), NOW.plusSeconds(9), 77, other);
            run(member, tx -> requests().save(tx, next));
            assertThat(lock(member, begun.key())).contains(next);
        }
    }

    @Test
    default void addsOneOfAKeyAndLeavesTheFirst() {
        var member = member();
        var first = record(organisationOf(member));
        var second = new IdempotencyRecord(
                first.organisation(), first.key(), digest(), RequestId.random(), NOW, 1, new Progress.AnsweredOnce());
        assertThat(add(member, first)).isTrue();
        assertThat(add(member, second)).isFalse();
        assertThat(lock(member, first.key())).contains(first);
        assertThat(lock(member, digest())).isEmpty();
    }

    @RepeatedTest(5)
    default void addsOneOfAKeyWhenSeveralTryAtOnce() throws InterruptedException {
        var member = member();
        var key = digest();
        var organisation = organisationOf(member);
        var added = new AtomicInteger();
        var failures = Together.run(8, i -> {
            if (add(member, record(organisation, key, NOW))) {
                added.incrementAndGet();
            }
        });
        assertThat(failures).allMatch(Optional::isEmpty);
        assertThat(added).hasValue(1);
    }

    @Test
    default void removesOneOfAKey() {
        var member = member();
        var gone = record(organisationOf(member));
        var kept = record(organisationOf(member));
        add(member, gone);
        add(member, kept);
        run(member, tx -> requests().remove(tx, gone.key()));
        assertThat(lock(member, gone.key())).isEmpty();
        assertThat(lock(member, kept.key())).contains(kept);
        assertThat(add(member, gone)).isTrue();
    }

    @Test
    default void takesAnotherOrganisationsKeyForUnused() {
        var member = member();
        var theirs = record(organisationOf(member));
        add(member, theirs);
        var elsewhere = organisationOf(member());
        for (var stranger : List.of(member(elsewhere), administrator(elsewhere), Fixtures.job(elsewhere))) {
            assertThat(lock(stranger, theirs.key())).as("%s", stranger).isEmpty();
            run(stranger, tx -> requests().remove(tx, theirs.key()));
            assertThatThrownBy(() -> run(stranger, tx -> requests().save(tx, theirs.with(new Progress.AnsweredOnce()))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> add(stranger, record(theirs.organisation())))
                    .isInstanceOf(IllegalStateException.class);
        }
        var ours = record(elsewhere, theirs.key(), NOW);
        assertThat(add(member(elsewhere), ours)).isTrue();
        assertThat(lock(member, theirs.key())).contains(theirs);
    }

    @Test
    default void forgetsAcrossOrganisationsWhatIsTooOldInBatches() {
        var one = member();
        var other = member();
        for (var i = 0; i < 3; i++) {
            add(one, record(organisationOf(one), digest(), LONG_AGO.minusNanos(1000L * i)));
            add(other, record(organisationOf(other), digest(), LONG_AGO.minusNanos(1000L * i)));
        }
        var young = record(organisationOf(one), digest(), LONG_AGO.plusNanos(1000));
        add(one, young);
        run(
                member(),
                tx -> assertThat(requests().forget(tx, LONG_AGO.plusNanos(1000), 10))
                        .isZero());
        run(
                Fixtures.job(),
                tx -> assertThat(requests().forget(tx, LONG_AGO.plusNanos(1000), 4))
                        .isEqualTo(4));
        run(
                Fixtures.job(),
                tx -> assertThat(requests().forget(tx, LONG_AGO.plusNanos(1000), 4))
                        .isEqualTo(2));
        assertThat(lock(one, young.key())).contains(young);
        run(
                one,
                tx -> assertThat(requests().forget(tx, LONG_AGO.plusSeconds(1), 10))
                        .isEqualTo(1));
    }

    @Test
    default void keepsNothingOfATransactionThatFails() {
        var member = member();
        var record = record(organisationOf(member));
        assertThatThrownBy(() -> run(member, tx -> {
                    requests().add(tx, record);
                    throw new IllegalStateException("after the insert");
                }))
                .hasMessage("after the insert");
        assertThat(lock(member, record.key())).isEmpty();
    }

    private boolean add(Caller caller, IdempotencyRecord record) {
        return read(caller, tx -> requests().add(tx, record));
    }

    private Optional<IdempotencyRecord> lock(Caller caller, Digest key) {
        return read(caller, tx -> requests().lock(tx, key));
    }

    private static IdempotencyRecord record(OrganisationId organisation) {
        return record(organisation, digest(), NOW);
    }

    private static IdempotencyRecord record(OrganisationId organisation, Digest key, Instant beganAt) {
        return new IdempotencyRecord(
                organisation,
                key,
                digest(),
                RequestId.random().attempt(),
                beganAt,
                0,
                new Progress.InFlight(beganAt.plus(Duration.ofSeconds(60))));
    }

    private static Digest digest() {
        return OneTimeSecret.random().digest();
    }
}
