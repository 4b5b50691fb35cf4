package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.Siblings.Claim;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Siblings} promises. */
public interface SiblingsContract extends Platform {

    Instant NOW = Fixtures.NOW;
    Instant UNTIL = NOW.plusSeconds(60);

    @Test
    default void tellsWhoWasNotProvedUnderTheLatestConsent() {
        var member = member();
        var grant = grant(member);
        var ids = List.of(hang(member, grant), hang(member, grant), hang(member, grant)).stream()
                .sorted(Comparator.comparing(id -> id.value().toString()))
                .toList();
        hang(member, grant(member));
        assertThat(unproved(member, grant, null, 10)).isEqualTo(ids);
        assertThat(unproved(member, grant, null, 2)).isEqualTo(ids.subList(0, 2));
        assertThat(unproved(member, grant, ids.get(0), 10)).isEqualTo(ids.subList(1, 3));
        run(member, tx -> siblings().proved(tx, grant, ids.get(1)));
        assertThat(unproved(member, grant, null, 10)).containsExactly(ids.get(0), ids.get(2));
        var renewed = again(grant, NOW);
        assertThat(unproved(member, renewed, null, 10)).isEqualTo(ids);
    }

    @Test
    default void claimsWhatWaitsOnceAndTheLongestWaitingFirst() {
        var member = member();
        var job = Fixtures.job(organisationOf(member));
        var first = grant(member, NOW.minusSeconds(2));
        var second = grant(member, NOW.minusSeconds(1));
        var later = grant(member, NOW.plusSeconds(1));
        var never = grant(member);
        await(member, second, first, later);
        assertThat(claim(job, NOW, 1)).containsExactly(claimed(first));
        assertThat(claim(job, NOW, 10)).containsExactly(claimed(second));
        assertThat(claim(job, NOW, 10)).isEmpty();
        assertThat(claim(job, UNTIL, 10)).hasSize(3).doesNotContain(claimed(never));
    }

    @Test
    default void findsThoseOfAllForAJobAndItsOwnForAnybodyElse() {
        var member = member();
        var grant = grant(member);
        await(member, grant);
        assertThat(claim(member(), NOW, 1000)).isEmpty();
        assertThat(claim(Fixtures.job(), NOW, 1000)).contains(claimed(grant));
    }

    @Test
    default void releasesWhatIsStillTheClaims() {
        var member = member();
        var grant = grant(member);
        await(member, grant);
        var claim = claim(member, NOW, 1).getFirst();
        release(member(), claim, null);
        release(member, claim, NOW.plusSeconds(10));
        assertThat(claim(member, NOW.plusSeconds(9), 1)).isEmpty();
        assertThat(claim(member, NOW.plusSeconds(10), 1)).hasSize(1);
        release(member, claim, null);
        assertThat(claim(member, UNTIL, 1)).isEmpty();
    }

    @Test
    default void losesNoConsentThatCameWhileOneWasBeingWorkedOn() {
        var member = member();
        var grant = grant(member);
        await(member, grant);
        var claim = claim(member, NOW, 1).getFirst();
        await(member, again(grant, NOW.plusSeconds(5)));
        release(member, claim, null);
        assertThat(claim(member, NOW.plusSeconds(5), 1)).hasSize(1);
    }

    @Test
    default void givesAGrantToOneOfMany() throws InterruptedException {
        var member = member();
        var grants = List.of(grant(member), grant(member), grant(member));
        await(member, grants.toArray(Grant[]::new));
        var claims = new CopyOnWriteArrayList<Claim>();
        var failures = Together.run(4, i -> claims.addAll(claim(member, NOW, 2)));
        assertThat(failures).allMatch(Optional::isEmpty);
        claims.addAll(claim(member, NOW, 3));
        assertThat(claims).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    default void changesNothingOfAnotherOrganisation() {
        var member = member();
        var grant = grant(member);
        var id = hang(member, grant);
        var stranger = member();
        run(stranger, tx -> {
            siblings().await(tx, grant);
            siblings().proved(tx, grant, id);
            assertThat(siblings().unproved(tx, grant, null, 10)).isEmpty();
        });
        assertThat(claim(member, UNTIL, 10)).isEmpty();
        assertThat(unproved(member, grant, null, 10)).containsExactly(id);
    }

    @Test
    default void changesNothingElseOfTheConnexion() {
        var member = member();
        var grant = grant(member);
        var id = hang(member, grant);
        var before = find(member, id);
        run(member, tx -> siblings().proved(tx, grant, id));
        assertThat(find(member, id)).isEqualTo(before);
    }

    private Grant grant(Caller caller) {
        return grant(caller, NOW);
    }

    private Grant grant(Caller caller, Instant at) {
        var grant = consentedAt(Fixtures.facebookGrant(organisationOf(caller)), at);
        run(caller, tx -> grants().save(tx, grant));
        return grant;
    }

    /** The person's next consent. */
    private static Grant again(Grant grant, Instant at) {
        return consentedAt(grant, at, grant.consents() + 1);
    }

    private static Grant consentedAt(Grant grant, Instant at) {
        return consentedAt(grant, at, grant.consents());
    }

    private static Grant consentedAt(Grant grant, Instant at, long consents) {
        return new Grant(
                grant.id(),
                grant.organisation(),
                grant.product(),
                grant.metaUserId(),
                grant.requested(),
                grant.granted(),
                at,
                at.plus(Duration.ofSeconds(1)),
                grant.consent(),
                grant.consentedFor(),
                consents);
    }

    private ConnexionId hang(Caller caller, Grant grant) {
        var connexion = add(caller);
        var link = Fixtures.pageLink(Fixtures.pageAccount(), grant);
        run(caller, tx -> {
            connexions().save(tx, Fixtures.with(connexion, new State.Active(link)));
            vault().store(tx, connexion.id(), Fixtures.token());
        });
        return connexion.id();
    }

    private void await(Caller caller, Grant... grants) {
        run(caller, tx -> {
            for (var grant : grants) {
                siblings().await(tx, grant);
            }
        });
    }

    private List<Claim> claim(Caller caller, Instant now, int limit) {
        var until = now.plusSeconds(60);
        return read(caller, tx -> siblings().claim(tx, now, until, limit));
    }

    private void release(Caller caller, Claim claim, @Nullable Instant next) {
        run(caller, tx -> siblings().release(tx, claim, next));
    }

    private List<ConnexionId> unproved(Caller caller, Grant grant, @Nullable ConnexionId after, int limit) {
        return read(caller, tx -> siblings().unproved(tx, grant, after, limit));
    }

    private static Claim claimed(Grant grant) {
        return new Claim(grant.organisation(), grant.id(), UNTIL);
    }
}
