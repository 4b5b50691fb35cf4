package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.Revocations.Claim;
import dev.connexions.application.authorization.Revocations.Need;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Consent;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Revocations} promises. */
public interface RevocationsContract extends Platform {

    Instant NOW = Fixtures.NOW;
    Instant UNTIL = NOW.plusSeconds(60);

    @Test
    default void claimsWhatIsDueOnceAndTheLongestDueFirst() {
        var member = member();
        var second = add(member, LoginProduct.FACEBOOK, NOW.minusSeconds(1));
        var first = add(member, LoginProduct.INSTAGRAM, NOW.minusSeconds(2));
        var later = add(member, LoginProduct.FACEBOOK, NOW.plusSeconds(1));
        assertThat(claim(member, NOW, 1)).containsExactly(new Claim(first, UNTIL));
        assertThat(claim(member, NOW, 10)).containsExactly(new Claim(second, UNTIL));
        assertThat(claim(member, NOW, 10)).isEmpty();
        assertThat(claim(member, UNTIL, 10))
                .extracting(Claim::revocation)
                .containsExactlyInAnyOrder(first, second, later);
    }

    @Test
    default void findsThoseOfAllForAJobAndItsOwnForAnybodyElse() {
        var added = add(member(), LoginProduct.FACEBOOK, NOW);
        assertThat(claim(member(), NOW, 1000)).isEmpty();
        assertThat(claim(Fixtures.job(), NOW, 1000))
                .extracting(Claim::revocation)
                .contains(added);
    }

    @Test
    default void releasesWhatIsStillTheClaims() {
        var member = member();
        add(member, LoginProduct.FACEBOOK, NOW);
        var claim = claim(member, NOW, 1).getFirst();
        assertThat(release(member(), claim, null)).isFalse();
        assertThat(release(member, claim, NOW.plusSeconds(10))).isTrue();
        assertThat(claim(member, NOW.plusSeconds(9), 1)).isEmpty();
        assertThat(release(member, claim, null)).isFalse();
        var again = claim(member, NOW.plusSeconds(10), 1).getFirst();
        assertThat(again.revocation()).isEqualTo(claim.revocation());
        assertThat(release(member, again, null)).isTrue();
        assertThat(claim(member, UNTIL.plusSeconds(60), 1)).isEmpty();
    }

    @Test
    default void keepsTheLatestOfAPersonsConsent() {
        var member = member();
        var first = add(member, LoginProduct.FACEBOOK, NOW);
        var claim = claim(member, NOW, 1).getFirst();
        var latest = new Revocation(
                first.organisation(), ConnexionId.random(), first.product(), first.metaUserId(), NOW.plusSeconds(5));
        run(member, tx -> revocations().add(tx, latest));
        assertThat(release(member, claim, null)).isFalse();
        assertThat(claim(member, NOW.plusSeconds(5), 10))
                .extracting(Claim::revocation)
                .containsExactly(latest);
    }

    @Test
    default void givesOneToOneOfMany() throws InterruptedException {
        var member = member();
        for (var i = 0; i < 3; i++) {
            add(member, LoginProduct.FACEBOOK, NOW);
        }
        var claims = new CopyOnWriteArrayList<Claim>();
        var failures = Together.run(4, i -> claims.addAll(claim(member, NOW, 2)));
        assertThat(failures).allMatch(Optional::isEmpty);
        claims.addAll(claim(member, NOW, 3));
        assertThat(claims).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    default void isGoneWithItsTransaction() {
        var member = member();
        var revocation = revocation(organisationOf(member), LoginProduct.FACEBOOK, NOW);
        assertThatThrownBy(() -> run(member, tx -> {
                    revocations().add(tx, revocation);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(claim(member, NOW, 10)).isEmpty();
    }

    @Test
    default void keepsNoneForAnotherOrganisation() {
        var revocation = revocation(Fixtures.organisation(), LoginProduct.FACEBOOK, NOW);
        assertThatThrownBy(() -> run(member(), tx -> revocations().add(tx, revocation)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(LoginProduct.class)
    default void knowsWhoNeedsAConsentWhereverTheyAre(LoginProduct product) {
        var member = member();
        var grant = grant(member, product);
        assertThat(need(Fixtures.job(), grant)).isEqualTo(Need.NOBODY);
        var connexion = add(member);
        var link = Fixtures.pageLink(Fixtures.pageAccount(), grant);
        run(member, tx -> {
            connexions().save(tx, Fixtures.with(connexion, new State.Active(link)));
            vault().store(tx, connexion.id(), Fixtures.token());
        });
        assertThat(need(Fixtures.job(), grant)).isEqualTo(Need.CONNEXIONS);
        assertThat(need(member, grant)).isEqualTo(Need.CONNEXIONS);
        assertThat(need(member(), grant)).isEqualTo(Need.NOBODY);
        var other = product == LoginProduct.FACEBOOK ? LoginProduct.INSTAGRAM : LoginProduct.FACEBOOK;
        assertThat(need(Fixtures.job(), other, grant.metaUserId())).isEqualTo(Need.NOBODY);
        run(member, tx -> connexions().remove(tx, connexion.id()));
        assertThat(need(Fixtures.job(), grant)).isEqualTo(Need.NOBODY);
    }

    @Test
    default void knowsWhoIsBeingConnectedWithAConsent() {
        var member = member();
        var person = person();
        var session = save(member, session(member));
        assertThat(need(Fixtures.job(), LoginProduct.FACEBOOK, person)).isEqualTo(Need.NOBODY);
        var waiting = save(member, awaitingChoice(session, person));
        assertThat(need(Fixtures.job(), LoginProduct.FACEBOOK, person)).isEqualTo(Need.PERHAPS);
        assertThat(need(member, LoginProduct.FACEBOOK, person)).isEqualTo(Need.PERHAPS);
        assertThat(need(member(), LoginProduct.FACEBOOK, person)).isEqualTo(Need.NOBODY);
        save(member, waiting.supersede(NOW));
        assertThat(need(Fixtures.job(), LoginProduct.FACEBOOK, person)).isEqualTo(Need.NOBODY);
    }

    private AuthorizationSession session(Caller caller) {
        return AuthorizationSession.start(
                AuthorizationSessionId.random(),
                organisationOf(caller),
                add(caller).id(),
                LoginProduct.FACEBOOK,
                Fixtures.allScopes(),
                null,
                system(),
                OneTimeSecret.random(),
                NOW);
    }

    private static AuthorizationSession awaitingChoice(AuthorizationSession session, String person) {
        var state = OneTimeSecret.random();
        var browser = OneTimeSecret.random();
        var shown = List.<Candidate>of(
                new Candidate.Eligible(Fixtures.pageAccount(), "North"),
                new Candidate.Eligible(Fixtures.pageAccount(), "South"));
        var consent = new Consent(person, Fixtures.allScopes(), Fixtures.lease(), shown);
        var chosen = session.open(state, browser, NOW)
                .flatMap(it -> it.comeBack(state, browser, NOW))
                .orElseThrow()
                .consented(consent, null, Set.of(), NOW);
        assertThat(chosen.progress()).isInstanceOf(Progress.AwaitingChoice.class);
        return chosen;
    }

    private Grant grant(Caller caller, LoginProduct product) {
        var organisation = organisationOf(caller);
        var grant =
                product == LoginProduct.FACEBOOK ? Fixtures.facebookGrant(organisation) : Fixtures.grant(organisation);
        run(caller, tx -> grants().save(tx, grant));
        return grant;
    }

    private Need need(Caller caller, Grant grant) {
        return need(caller, grant.product(), grant.metaUserId());
    }

    private Need need(Caller caller, LoginProduct product, String person) {
        return read(caller, tx -> revocations().need(tx, product, person));
    }

    private Revocation add(Caller caller, LoginProduct product, Instant since) {
        var revocation = revocation(organisationOf(caller), product, since);
        run(caller, tx -> revocations().add(tx, revocation));
        return revocation;
    }

    private static Revocation revocation(OrganisationId organisation, LoginProduct product, Instant since) {
        return new Revocation(organisation, ConnexionId.random(), product, person(), since);
    }

    private static String person() {
        return "person-" + UUID.randomUUID();
    }

    private List<Claim> claim(Caller caller, Instant now, int limit) {
        var until = now.plusSeconds(60);
        return read(caller, tx -> revocations().claim(tx, now, until, limit));
    }

    private boolean release(Caller caller, Claim claim, @Nullable Instant next) {
        return read(caller, tx -> revocations().release(tx, claim, next));
    }
}
