package dev.connexions.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.domain.authorization.AuthorizationSession.Choice;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSession.Status;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChoosingTest {

    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00.000001Z");
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final OneTimeSecret BROWSER = OneTimeSecret.random();
    private static final Candidate.Eligible FIRST = eligible("17841400000000001");
    private static final Candidate.Eligible SECOND = eligible("17841400000000002");
    private static final AccountId UNKNOWN = new AccountId("17841400000000009");

    private final AuthorizationSession back = exchanging();

    @Test
    void provesTheOneAccountThatItCanBe() {
        var consent = consent(FIRST, hindered(Obstacle.TASK_MISSING));
        assertThat(consented(consent, null).progress())
                .isEqualTo(new Progress.Proving(LATER, BROWSER.digest(), consent, id(FIRST), false));
    }

    @Test
    void asksWhichOfSeveralItIs() {
        var consent = consent(FIRST, SECOND);
        var waiting = consented(consent, null);
        assertThat(waiting.progress()).isEqualTo(new Progress.AwaitingChoice(LATER, BROWSER.digest(), consent));
        assertThat(waiting.statusAt(LATER)).isEqualTo(Status.AWAITING_CHOICE);
        assertThat(waiting.statusAt(waiting.expiresAt())).isEqualTo(Status.EXPIRED);
        assertThat(waiting.candidates()).containsExactly(FIRST, SECOND);
    }

    @Test
    void asksNobodyWhenTheConnexionsOwnAccountIsAmongThem() {
        var consent = consent(FIRST, SECOND);
        assertThat(consented(consent, id(SECOND)).progress())
                .isEqualTo(new Progress.Proving(LATER, BROWSER.digest(), consent, id(SECOND), false));
    }

    @Test
    void takesNoOtherAccountThanBefore() {
        assertFailed(consented(consent(FIRST), UNKNOWN), Failure.WRONG_ACCOUNT);
        assertFailed(consented(consent(), UNKNOWN), Failure.NO_PROFESSIONAL_ACCOUNT);
        assertFailed(consented(consent(hindered(Obstacle.PERSONAL)), UNKNOWN), Failure.NO_PROFESSIONAL_ACCOUNT);
        var own = hindered(Obstacle.TASK_MISSING);
        assertFailed(consented(consent(FIRST, own), own.id().orElseThrow()), Failure.PERMISSION_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONAL, NO_PROFESSIONAL_ACCOUNT",
        "NOT_LINKED, NO_PROFESSIONAL_ACCOUNT",
        "PAGE_NOT_GRANTED, NO_PROFESSIONAL_ACCOUNT",
        "TASK_MISSING, PERMISSION_MISSING",
        "SCOPE_MISSING, PERMISSION_MISSING",
        "ALREADY_LINKED, ALREADY_LINKED"
    })
    void saysWhyNoneOfThemCanBe(Obstacle obstacle, Failure failure) {
        var shown = hindered(obstacle);
        var failed = consented(consent(shown), null);
        assertThat(failed.progress()).isEqualTo(new Progress.Failed(LATER, failure, List.of(shown)));
        assertThat(obstacle.failure()).isEqualTo(failure);
        assertThat(Obstacle.of(obstacle.code())).contains(obstacle);
    }

    @Test
    void saysThatThereIsNone() {
        assertFailed(consented(consent(), null), Failure.NO_PROFESSIONAL_ACCOUNT);
        assertThat(Obstacle.of("nothing of ours")).isEmpty();
    }

    @Test
    void offersNothingThatAnotherConnexionHolds() {
        var both = back.consented(consent(FIRST, SECOND), null, Set.of(id(FIRST), id(SECOND)), LATER);
        assertFailed(both, Failure.ALREADY_LINKED);
        var one = back.consented(consent(FIRST, SECOND), null, Set.of(id(FIRST)), LATER);
        assertThat(one.progress()).isInstanceOfSatisfying(Progress.Proving.class, proving -> {
            assertThat(proving.account()).isEqualTo(id(SECOND));
            assertThat(proving.consent().candidates())
                    .contains(Candidate.ineligible(FIRST.account(), FIRST.page(), Obstacle.ALREADY_LINKED));
        });
        var personal = hindered(Obstacle.PERSONAL);
        var hindered =
                back.consented(consent(personal), null, Set.of(personal.id().orElseThrow()), LATER);
        assertThat(hindered.candidates()).containsExactly(personal);
    }

    @Test
    void takesAConsentOnlyWhereACodeWasBeingExchanged() {
        var waiting = consented(consent(FIRST, SECOND), null);
        assertThatThrownBy(() -> waiting.consented(consent(FIRST), null, Set.of(), LATER))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void provesWhatWasChosen() {
        var consent = consent(FIRST, SECOND);
        var choice = consented(consent, null).choose(id(SECOND), LATER);
        assertThat(choice)
                .isInstanceOfSatisfying(
                        Choice.Accepted.class,
                        it -> assertThat(it.next().progress())
                                .isEqualTo(new Progress.Proving(LATER, BROWSER.digest(), consent, id(SECOND), true)));
    }

    @Test
    void takesNoChoiceThatIsNotOffered() {
        var hindered = hindered(Obstacle.NOT_LINKED);
        var waiting = consented(consent(FIRST, SECOND, hindered), null);
        assertThat(waiting.choose(UNKNOWN, LATER)).isEqualTo(new Choice.NotOffered(null));
        assertThat(waiting.choose(hindered.id().orElseThrow(), LATER))
                .isEqualTo(new Choice.NotOffered(Obstacle.NOT_LINKED));
    }

    @Test
    void takesAChoiceOnceAndInTime() {
        var waiting = consented(consent(FIRST, SECOND), null);
        var proving = accepted(waiting.choose(id(FIRST), LATER));
        var nothing = new Choice.NothingToChoose();
        assertThat(waiting.choose(id(FIRST), waiting.expiresAt())).isEqualTo(nothing);
        for (var other : List.of(
                back,
                proving,
                proving.complete("a", LATER),
                proving.fail(Failure.DENIED, LATER),
                waiting.supersede(LATER))) {
            assertThat(other.choose(id(FIRST), LATER)).isEqualTo(nothing);
        }
    }

    @Test
    void letsTheChoiceBeMadeAgainWhenMetaGivesNoAnswer() {
        var waiting = consented(consent(FIRST, SECOND), null);
        var proving = accepted(waiting.choose(id(FIRST), LATER));
        assertThat(proving.unproved(LATER)).isEqualTo(waiting);
        assertFailed(consented(consent(FIRST), null).unproved(LATER), Failure.UPSTREAM_UNAVAILABLE);
    }

    @Test
    void takesAProofUpAgainUntilItsTimeIsOver() {
        var proving = consented(consent(FIRST), null);
        var again = LATER.plusSeconds(90);
        assertThat(proving.resume(again))
                .map(AuthorizationSession::progress)
                .contains(new Progress.Proving(again, BROWSER.digest(), consent(FIRST), id(FIRST), false));
        assertThat(proving.resume(proving.expiresAt())).isEmpty();
        assertThat(back.resume(again)).isEmpty();
    }

    @Test
    void lapsesOnceItsTimeIsOver() {
        var waiting = consented(consent(FIRST, SECOND), null);
        var end = waiting.expiresAt();
        assertThat(waiting.lapse(end.minus(Duration.ofNanos(1000)))).isEmpty();
        var lapsed = waiting.lapse(end).orElseThrow();
        assertThat(lapsed.progress()).isEqualTo(new Progress.Lapsed(end));
        assertThat(lapsed.statusAt(NOW)).isEqualTo(Status.EXPIRED);
        assertThat(lapsed.lapse(end)).isEmpty();
        assertThat(lapsed.candidates()).isEmpty();
        assertThat(waiting.complete("a", LATER).lapse(end)).isEmpty();
    }

    @Test
    void isChosenOnlyInTheBrowserThatBegan() {
        var waiting = consented(consent(FIRST, SECOND), null);
        assertThat(waiting.isChosenBy(BROWSER)).isTrue();
        assertThat(waiting.isChosenBy(OneTimeSecret.random())).isFalse();
        assertThat(back.isChosenBy(BROWSER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void tellsTheFirstObstacleOnly(Obstacle obstacle) {
        var hindered = FIRST.hindered(obstacle);
        assertThat(hindered).isEqualTo(Candidate.ineligible(FIRST.account(), FIRST.page(), obstacle));
        assertThat(hindered.hindered(Obstacle.PERSONAL)).isEqualTo(hindered);
        var consent = consent(FIRST, SECOND).hindered(id(FIRST), obstacle);
        assertThat(consent.candidates()).containsExactly(hindered, SECOND);
    }

    private AuthorizationSession consented(Consent consent, @Nullable AccountId known) {
        return back.consented(consent, known, Set.of(), LATER);
    }

    private static AuthorizationSession accepted(Choice choice) {
        assertThat(choice).isInstanceOf(Choice.Accepted.class);
        return ((Choice.Accepted) choice).next();
    }

    private static void assertFailed(AuthorizationSession session, Failure why) {
        assertThat(session.progress())
                .isInstanceOfSatisfying(
                        Progress.Failed.class, it -> assertThat(it.failure()).isEqualTo(why));
    }

    private static Consent consent(Candidate... shown) {
        var granted = Scopes.of(Set.of("instagram_basic"));
        return new Consent("4711", granted, new TokenLease(NOW, NOW.plus(Duration.ofDays(60))), Arrays.asList(shown));
    }

    private static AccountId id(Candidate candidate) {
        return candidate.id().orElseThrow();
    }

    private static Candidate.Eligible eligible(String id) {
        return new Candidate.Eligible(new Account(new AccountId(id), "a" + id, null, "300" + id), "Page " + id);
    }

    private static Candidate hindered(Obstacle obstacle) {
        return new Candidate.Ineligible(
                new AccountId("17841400000000003"), "third", null, "300", "Third Page", obstacle);
    }

    private static AuthorizationSession exchanging() {
        var state = OneTimeSecret.random();
        return AuthorizationSession.start(
                        AuthorizationSessionId.random(),
                        new OrganisationId(UUID.randomUUID()),
                        ConnexionId.random(),
                        LoginProduct.FACEBOOK,
                        ScopeCatalogue.all(LoginProduct.FACEBOOK),
                        null,
                        new UserId(UUID.randomUUID()),
                        OneTimeSecret.random(),
                        NOW)
                .open(state, BROWSER, NOW)
                .orElseThrow()
                .comeBack(state, BROWSER, NOW)
                .orElseThrow();
    }
}
