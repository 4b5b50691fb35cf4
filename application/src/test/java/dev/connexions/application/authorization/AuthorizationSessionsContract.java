package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.AuthorizationSessions.Whereabouts;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Consent;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.token.TokenLease;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link AuthorizationSessions} promises. */
public interface AuthorizationSessionsContract extends Platform {

    Instant NOW = Fixtures.NOW;

    static Stream<Progress> progresses() {
        var others = Stream.of(
                new Progress.Waiting(),
                new Progress.Consenting(digest(), digest(), NOW.plus(Duration.ofMinutes(10))),
                new Progress.Exchanging(NOW.plusSeconds(1), digest()),
                new Progress.AwaitingChoice(NOW.plusSeconds(1), digest(), consent()),
                new Progress.AwaitingChoice(NOW.plusSeconds(1), digest(), endless()),
                new Progress.Proving(NOW.plusSeconds(1), digest(), consent(), new AccountId("17841"), true),
                new Progress.Completed(NOW.plusSeconds(2), "atelier.vert"),
                new Progress.Completed(NOW.plusSeconds(2), null),
                new Progress.Superseded(NOW.plusSeconds(3)),
                new Progress.Failed(
                        NOW.plusSeconds(4), Failure.WRONG_ACCOUNT, consent().candidates()),
                new Progress.Lapsed(NOW.plusSeconds(5)));
        var failures =
                Arrays.stream(Failure.values()).map(why -> new Progress.Failed(NOW.plusSeconds(4), why, List.of()));
        return Stream.concat(others, failures);
    }

    @Test
    default void findsWhatItSaved() {
        var member = member();
        var session = started(member);
        var saved = save(member, session);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(session);
        assertThat(saved.version()).isPositive();
        assertThat(find(member, session.id())).contains(saved);
        assertThat(lock(member, session.id())).contains(saved);
        assertThat(find(member, AuthorizationSessionId.random())).isEmpty();
    }

    @Test
    default void keepsWhereTheBrowserGoesAndWhatIsAskedFor() {
        var member = member();
        var organisation = organisationOf(member);
        var session = AuthorizationSession.start(
                AuthorizationSessionId.random(),
                organisation,
                add(member).id(),
                LoginProduct.FACEBOOK,
                ScopeCatalogue.all(LoginProduct.FACEBOOK),
                URI.create("https://app.example.org/back?tab=%C3%A9t%C3%A9"),
                member.id(),
                OneTimeSecret.random(),
                NOW);
        assertThat(save(member, session))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(session);
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.application.authorization.AuthorizationSessionsContract#progresses")
    default void keepsEveryProgress(Progress progress) {
        var member = member();
        var saved = save(member, started(member));
        var moved = save(member, with(saved, progress));
        assertThat(moved.progress()).isEqualTo(progress);
        assertThat(moved.version()).isGreaterThan(saved.version());
        assertThat(find(member, saved.id())).contains(moved);
    }

    @Test
    default void tellsAJobWhereALinkAndAStateBelong() {
        var member = member();
        var link = OneTimeSecret.random();
        var state = OneTimeSecret.random();
        var organisation = organisationOf(member);
        var session = Fixtures.session(organisation, add(member).id(), link, NOW);
        var saved = save(member, session);
        save(member, saved.open(state, OneTimeSecret.random(), NOW).orElseThrow());
        var elsewhere = member();
        save(elsewhere, started(elsewhere));

        var where = new Whereabouts(session.id(), organisation);
        run(Fixtures.job(), tx -> {
            assertThat(sessions().byLink(tx, link.digest())).contains(where);
            assertThat(sessions().byState(tx, state.digest())).contains(where);
            assertThat(sessions().byLink(tx, state.digest())).isEmpty();
            assertThat(sessions().byState(tx, link.digest())).isEmpty();
            assertThat(sessions().byLink(tx, digest())).isEmpty();
            assertThat(sessions().byState(tx, digest())).isEmpty();
            assertThat(sessions().byId(tx, session.id())).contains(where);
            assertThat(sessions().byId(tx, AuthorizationSessionId.random())).isEmpty();
        });
        run(elsewhere, tx -> assertThat(sessions().byId(tx, session.id())).isEmpty());
    }

    @Test
    default void forgetsAStateThatANewerOneReplaced() {
        var member = member();
        var old = OneTimeSecret.random();
        var young = OneTimeSecret.random();
        var saved = save(member, started(member));
        var opened = save(member, saved.open(old, OneTimeSecret.random(), NOW).orElseThrow());
        save(member, opened.open(young, OneTimeSecret.random(), NOW).orElseThrow());
        run(Fixtures.job(), tx -> {
            assertThat(sessions().byState(tx, old.digest())).isEmpty();
            assertThat(sessions().byState(tx, young.digest()))
                    .map(Whereabouts::id)
                    .contains(saved.id());
        });
    }

    @Test
    default void showsAJobThatLooksAcrossNothingElse() {
        var member = member();
        var saved = save(member, started(member));
        run(Fixtures.job(), tx -> {
            assertThat(sessions().find(tx, saved.id())).isEmpty();
            assertThat(sessions().lock(tx, saved.id())).isEmpty();
            assertThat(sessions().pendingOf(tx, saved.connexion(), NOW)).isEmpty();
            assertThat(sessions().countPending(tx, NOW)).isZero();
        });
    }

    @Test
    default void hidesAnotherOrganisations() {
        var member = member();
        var link = OneTimeSecret.random();
        var saved = save(
                member, Fixtures.session(organisationOf(member), add(member).id(), link, NOW));
        var elsewhere = organisationOf(member());
        for (var stranger :
                List.of(member(elsewhere), administrator(elsewhere), administrator(null), Fixtures.job(elsewhere))) {
            run(stranger, tx -> {
                assertThat(sessions().find(tx, saved.id())).isEmpty();
                assertThat(sessions().lock(tx, saved.id())).isEmpty();
                assertThat(sessions().pendingOf(tx, saved.connexion(), NOW)).isEmpty();
                assertThat(sessions().countPending(tx, NOW)).isZero();
            });
            assertThatThrownBy(() -> run(stranger, tx -> sessions().save(tx, saved.supersede(NOW))))
                    .as("%s", stranger)
                    .isInstanceOf(StaleException.class);
        }
        run(
                member(elsewhere),
                tx -> assertThat(sessions().byLink(tx, link.digest())).isEmpty());
        assertThat(find(member, saved.id())).contains(saved);
    }

    @Test
    default void startsNothingForAnotherOrganisationsConnexion() {
        var member = member();
        var stranger = member();
        var connexion = add(member).id();
        var foreign = Fixtures.session(organisationOf(member), connexion, NOW);
        assertThatThrownBy(() -> run(stranger, tx -> sessions().save(tx, foreign)))
                .isInstanceOf(RuntimeException.class);
        var disguised = Fixtures.session(organisationOf(stranger), connexion, NOW);
        assertThatThrownBy(() -> run(stranger, tx -> sessions().save(tx, disguised)))
                .isInstanceOf(StaleException.class);
        var claimed = Fixtures.session(organisationOf(member), add(stranger).id(), NOW);
        for (var caller : List.of(stranger, Fixtures.job(organisationOf(stranger)))) {
            assertThatThrownBy(() -> run(caller, tx -> sessions().save(tx, claimed)))
                    .as("%s", caller)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(countPending(member)).isZero();
        assertThat(countPending(stranger)).isZero();
    }

    @Test
    default void findsThePendingOnesUntilTheyExpire() {
        var member = member();
        var mine = add(member).id();
        var organisation = organisationOf(member);
        var waiting = save(member, Fixtures.session(organisation, mine, NOW));
        var consenting = save(
                member,
                with(
                        save(member, Fixtures.session(organisation, mine, NOW)),
                        new Progress.Consenting(digest(), digest(), NOW.plusSeconds(600))));
        var exchanging = save(
                member,
                with(save(member, Fixtures.session(organisation, mine, NOW)), new Progress.Exchanging(NOW, digest())));
        for (var over : List.of(
                new Progress.Completed(NOW, null),
                new Progress.Failed(NOW, Failure.DENIED, List.of()),
                new Progress.Superseded(NOW),
                new Progress.Lapsed(NOW))) {
            save(member, with(save(member, Fixtures.session(organisation, mine, NOW)), over));
        }
        save(member, started(member));

        var choosing = save(
                member,
                with(
                        save(member, Fixtures.session(organisation, mine, NOW)),
                        new Progress.AwaitingChoice(NOW, digest(), consent())));
        var proving = save(
                member,
                with(
                        save(member, Fixtures.session(organisation, mine, NOW)),
                        new Progress.Proving(NOW, digest(), consent(), new AccountId("17841"), false)));

        var last = waiting.expiresAt().minusNanos(1000);
        run(member, tx -> {
            for (var now : List.of(NOW, last)) {
                assertThat(sessions().pendingOf(tx, mine, now))
                        .containsExactlyInAnyOrder(waiting, consenting, exchanging, choosing, proving);
                assertThat(sessions().countPending(tx, now)).isEqualTo(6);
            }
            assertThat(sessions().pendingOf(tx, mine, waiting.expiresAt())).isEmpty();
            assertThat(sessions().countPending(tx, waiting.expiresAt())).isZero();
        });
    }

    @Test
    default void countsASupersededOneNoMore() {
        var member = member();
        var saved = save(member, started(member));
        save(member, saved.supersede(NOW));
        run(member, tx -> {
            assertThat(sessions().pendingOf(tx, saved.connexion(), NOW)).isEmpty();
            assertThat(sessions().countPending(tx, NOW)).isZero();
        });
    }

    @Test
    default void refusesAStaleSave() {
        var member = member();
        var read = save(member, started(member));
        var saved = save(member, with(read, new Progress.Exchanging(NOW, digest())));
        assertThatThrownBy(() -> save(member, read.supersede(NOW))).isInstanceOf(StaleException.class);
        assertThat(find(member, read.id())).contains(saved);
    }

    @RepeatedTest(5)
    default void letsExactlyOneOfManySavesWin() throws InterruptedException {
        var member = member();
        var read = save(member, started(member));
        var failures =
                Together.run(4, i -> save(member, with(read, new Progress.Exchanging(NOW.plusSeconds(i), digest()))));
        assertThat(failures.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(failures.stream().flatMap(Optional::stream))
                .allSatisfy(loser -> assertThat(loser).isInstanceOf(StaleException.class));
    }

    @Test
    default void refusesASessionWhoseConnexionIsGone() {
        var member = member();
        var saved = save(member, started(member));
        run(member, tx -> connexions().remove(tx, saved.connexion()));
        assertThat(find(member, saved.id())).isEmpty();
        assertThatThrownBy(() -> save(member, saved.supersede(NOW))).isInstanceOf(StaleException.class);
        var late = Fixtures.session(saved.organisation(), saved.connexion(), NOW);
        assertThatThrownBy(() -> save(member, late)).isInstanceOf(StaleException.class);
    }

    @Test
    default void savesNothingWhenTheTransactionFails() {
        var member = member();
        var saved = save(member, started(member));
        assertThatThrownBy(() -> run(member, tx -> {
                    sessions().save(tx, saved.supersede(NOW));
                    throw new IllegalStateException("after the save");
                }))
                .hasMessage("after the save");
        assertThat(find(member, saved.id())).contains(saved);
    }

    @Test
    default void findsWhereAProofStoppedAndWhereTimeIsOver() {
        var member = member();
        var organisation = organisationOf(member);
        var waiting = save(member, started(member));
        var long1 = save(member, with(save(member, started(member)), proving(NOW.minusSeconds(60))));
        var long2 = save(member, with(save(member, started(member)), proving(NOW.minusSeconds(61))));
        var shortly = save(member, with(save(member, started(member)), proving(NOW.minusSeconds(59))));
        var choosing = save(
                member, with(save(member, started(member)), new Progress.AwaitingChoice(NOW, digest(), consent())));
        for (var caller : List.of(member, Fixtures.job(organisation))) {
            run(caller, tx -> {
                assertThat(sessions().stalled(tx, NOW.minusSeconds(60), 10))
                        .containsExactly(where(long2), where(long1));
                assertThat(sessions().stalled(tx, NOW.minusSeconds(60), 1)).containsExactly(where(long2));
                assertThat(sessions().overdue(tx, waiting.expiresAt(), 10))
                        .containsExactlyInAnyOrder(where(long1), where(long2), where(shortly), where(choosing));
                assertThat(sessions().overdue(tx, waiting.expiresAt(), 1)).hasSize(1);
                assertThat(sessions().overdue(tx, waiting.expiresAt().minusNanos(1000), 10))
                        .isEmpty();
            });
        }
        run(Fixtures.job(), tx -> {
            assertThat(sessions().stalled(tx, NOW.minusSeconds(60), 1000)).contains(where(long1), where(long2));
            assertThat(sessions().overdue(tx, waiting.expiresAt(), 1000)).contains(where(choosing));
        });
        run(member(), tx -> {
            assertThat(sessions().stalled(tx, NOW, 1000)).isEmpty();
            assertThat(sessions().overdue(tx, waiting.expiresAt(), 1000)).isEmpty();
        });
    }

    private static Progress proving(Instant since) {
        return new Progress.Proving(since, digest(), consent(), new AccountId("17841"), true);
    }

    private static Whereabouts where(AuthorizationSession session) {
        return new Whereabouts(session.id(), session.organisation());
    }

    /** One of each kind, with ids beyond what a double holds. */
    static Consent consent() {
        var account = Fixtures.pageAccount();
        return new Consent(
                "9007199254740993",
                ScopeCatalogue.all(LoginProduct.FACEBOOK),
                Fixtures.lease(),
                List.of(
                        new Candidate.Eligible(account, "L’Atelier"),
                        new Candidate.Eligible(Fixtures.account(), null),
                        Candidate.ineligible(Fixtures.account(), null, Obstacle.PERSONAL),
                        new Candidate.Ineligible(null, null, null, "300", "Page without", Obstacle.NOT_LINKED)));
    }

    static Progress choosing() {
        return new Progress.AwaitingChoice(NOW, digest(), consent());
    }

    private static Consent endless() {
        return new Consent("1", Scopes.NONE, new TokenLease(NOW, null), List.of());
    }

    private AuthorizationSession started(Caller caller) {
        return Fixtures.session(organisationOf(caller), add(caller).id(), NOW);
    }

    private static Digest digest() {
        return OneTimeSecret.random().digest();
    }

    static AuthorizationSession with(AuthorizationSession session, Progress progress) {
        return new AuthorizationSession(
                session.id(),
                session.organisation(),
                session.connexion(),
                session.product(),
                session.requested(),
                session.returnUrl(),
                session.startedBy(),
                session.startedAt(),
                session.expiresAt(),
                session.link(),
                progress,
                session.version());
    }
}
