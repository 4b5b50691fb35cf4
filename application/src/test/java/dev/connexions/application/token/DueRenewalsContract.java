package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.DueRenewals.Claim;
import dev.connexions.application.token.DueRenewals.Ended;
import dev.connexions.application.token.DueRenewals.Unplanned;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link DueRenewals} promises. Other tests may have left something due, so each looks for its own. */
public interface DueRenewalsContract extends Platform {

    Instant NOW = Fixtures.NOW;
    Instant UNTIL = NOW.plus(Duration.ofMinutes(5));
    int MANY = 10_000;

    @Test
    default void claimsWhatIsDueInEveryOrganisationButWorksInOne() {
        var one = member();
        var other = member();
        var first = planned(one, NOW.minusSeconds(2));
        var second = planned(other, NOW);
        var claims = of(claimAcross(NOW), first, second);
        assertThat(claims).extracting(Claim::connexion).containsExactly(first.id(), second.id());
        assertThat(claims).extracting(Claim::organisation).containsExactly(first.organisation(), second.organisation());
        var foreign = read(Fixtures.job(first.organisation()), tx -> renewals().isHeld(tx, claims.get(1)));
        assertThat(foreign).isFalse();
        assertThat(isHeld(claims.get(0))).isTrue();
    }

    @Test
    default void claimsNothingOfAnotherOrganisationOnBehalfOfOne() {
        var member = member();
        var foreign = planned(member(), NOW);
        var own = planned(member, NOW);
        for (var caller : List.of(member, Fixtures.job(own.organisation()))) {
            assertThat(claim(caller, foreign.id())).isEmpty();
        }
        assertThat(claims(member, MANY)).extracting(Claim::connexion).containsExactly(own.id());
    }

    @Test
    default void leavesWhatIsPlannedForLaterOrNotAtAll() {
        var member = member();
        var later = planned(member, NOW.plusNanos(1000));
        var never = planned(member, null);
        assertThat(of(claimAcross(NOW), later, never)).isEmpty();
        assertThat(of(claimAcross(NOW.plusNanos(1000)), later, never))
                .extracting(Claim::connexion)
                .containsExactly(later.id());
    }

    @Test
    default void claimsNothingTwiceBeforeTheClaimLapses() {
        var due = planned(member(), NOW);
        var first = of(claimAcross(NOW), due).getFirst();
        assertThat(of(claimAcross(UNTIL.minusNanos(1000)), due)).isEmpty();
        var job = Fixtures.job(due.organisation());
        Optional<Claim> onDemand = read(job, tx -> renewals().claim(tx, due.id(), UNTIL.minusNanos(1000), UNTIL));
        assertThat(onDemand).isEmpty();
        var second = of(claimAcross(UNTIL), due).getFirst();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(isHeld(first)).isFalse();
        assertThat(isHeld(second)).isTrue();
    }

    @Test
    default void claimsAgainWhatWasReleased() {
        var due = planned(member(), NOW);
        var first = of(claimAcross(NOW), due).getFirst();
        release(first, NOW);
        var second = of(claimAcross(NOW), due).getFirst();
        assertThat(second.fence()).isGreaterThan(first.fence());
    }

    @Test
    default void letsALapsedClaimReleaseNothing() {
        var due = planned(member(), NOW);
        var first = of(claimAcross(NOW), due).getFirst();
        var second = of(claimAcross(UNTIL), due).getFirst();
        release(first, NOW);
        assertThat(of(claimAcross(UNTIL), due)).isEmpty();
        assertThat(isHeld(second)).isTrue();
    }

    @Test
    default void claimsOnDemandWhatIsNotDue() {
        var later = planned(member(), NOW.plus(Duration.ofDays(9)));
        var job = Fixtures.job(later.organisation());
        var claim = claim(job, later.id());
        assertThat(claim).map(Claim::connexion).contains(later.id());
        assertThat(claim(job, later.id())).isEmpty();
        assertThat(claim(job, ConnexionId.random())).isEmpty();
    }

    @Test
    default void claimsTheLongestDueFirstAndNoMoreThanItIsToldTo() {
        var member = member();
        var last = planned(member, NOW.minusSeconds(1));
        var first = planned(member, NOW.minusSeconds(3));
        var second = planned(member, NOW.minusSeconds(2));
        var job = Fixtures.job(last.organisation());
        assertThat(claims(job, 2)).extracting(Claim::connexion).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(claims(job, 2)).extracting(Claim::connexion).containsExactly(last.id());
    }

    @Test
    default void rollsAClaimBackWithItsTransaction() {
        var due = planned(member(), NOW);
        try {
            run(Fixtures.job(), tx -> {
                renewals().claim(tx, NOW, UNTIL, MANY);
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException undone) {
            assertThat(undone).hasMessage("undone");
        }
        assertThat(of(claimAcross(NOW), due)).hasSize(1);
    }

    @Test
    default void plansWithoutTouchingTheRest() {
        var member = member();
        var before = planned(member, NOW, 3);
        plan(before, NOW.plusSeconds(9));
        var after = find(member, before.id()).orElseThrow();
        assertThat(after.refreshing())
                .isEqualTo(new Refreshing(
                        NOW.plusSeconds(9), 0, before.refreshing().last()));
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("refreshing")
                .isEqualTo(before);
        plan(before, null);
        assertThat(find(member, before.id()).orElseThrow().refreshing().nextAt())
                .isNull();
    }

    @Test
    default void plansNothingForAnotherOrganisation() {
        var member = member();
        var before = planned(member, NOW);
        run(member(), tx -> renewals().plan(tx, before.id(), NOW.plusSeconds(9)));
        assertThat(find(member, before.id())).contains(before);
    }

    @Test
    default void findsWhatEndedInEveryOrganisationInItsOrder() {
        var long1 = ending(member(), NOW.minusSeconds(2));
        var long2 = ending(member(), NOW);
        var alive = ending(member(), NOW.plusNanos(1000));
        var ended = endedAcross(NOW, long1, long2, alive);
        assertThat(ended)
                .containsExactly(
                        new Ended(long1.organisation(), long1.id(), NOW.minusSeconds(2)),
                        new Ended(long2.organisation(), long2.id(), NOW));
        var rest = read(Fixtures.job(), tx -> renewals().ended(tx, ended.getFirst(), MANY, NOW));
        assertThat(rest).contains(ended.get(1)).doesNotContain(ended.getFirst());
        assertThat(ended(member(long1.organisation()), MANY)).containsExactly(ended.getFirst());
        assertThat(ended(member(long1.organisation()), 0)).isEmpty();
    }

    @Test
    default void findsNothingEndedThatDoesNotCountAsConnected() {
        var member = member();
        var ended = ending(member, NOW);
        var link = ended.state().linked().orElseThrow();
        for (State state : List.of(
                new State.Expired(link, Cause.of("token_expired")),
                new State.ReauthorizationRequired(link, Cause.of("token_refused")),
                new State.Revoked(link, Cause.of("revoked")))) {
            var stored = find(member, ended.id()).orElseThrow();
            read(member, tx -> connexions().save(tx, Fixtures.with(stored, state)));
            assertThat(endedAcross(NOW, ended)).isEmpty();
        }
    }

    @Test
    default void findsNothingUnplannedAmongItsOwn() {
        var own = planned(member(), null);
        assertThat(unplanned(own)).isEmpty();
        plan(own, NOW.plusSeconds(1));
        assertThat(unplanned(own)).isEmpty();
    }

    @Test
    default void looksAtAllInAsManyGlancesAsItTakes() {
        var member = member();
        for (var i = 0; i < 3; i++) {
            planned(member, NOW);
        }
        var job = Fixtures.job(organisationOf(member));
        var glances = 0;
        ConnexionId from = null;
        do {
            var start = from;
            from = read(job, tx -> renewals().unplanned(tx, start, 2, NOW)).end();
            glances++;
        } while (from != null && glances < 10);
        assertThat(glances).isEqualTo(2);
    }

    private Connexion planned(Caller caller, @Nullable Instant at) {
        return planned(caller, at, 0);
    }

    private Connexion planned(Caller caller, @Nullable Instant at, int failures) {
        var active = put(caller, add(caller), new State.Active(Fixtures.link()));
        return read(
                caller,
                tx -> connexions()
                        .save(
                                tx,
                                Fixtures.refreshing(
                                        active, new Refreshing(at, failures, new Refreshing.Attempt(NOW, null)))));
    }

    private Connexion ending(Caller caller, Instant end) {
        var link = Fixtures.link().renewed(new TokenLease(end.minus(Duration.ofDays(60)), end));
        return put(caller, add(caller), new State.Active(link));
    }

    private Optional<Claim> claim(Caller caller, ConnexionId id) {
        return read(caller, tx -> renewals().claim(tx, id, NOW, UNTIL));
    }

    private List<Claim> claims(Caller caller, int limit) {
        return read(caller, tx -> renewals().claim(tx, NOW, UNTIL, limit));
    }

    private List<Ended> ended(Caller caller, int limit) {
        return read(caller, tx -> renewals().ended(tx, null, limit, NOW));
    }

    private List<Claim> claimAcross(Instant now) {
        return read(
                Fixtures.job(),
                tx -> renewals().claim(tx, now, UNTIL.isAfter(now) ? UNTIL : now.plus(Duration.ofHours(1)), MANY));
    }

    private static List<Claim> of(List<Claim> claims, Connexion... mine) {
        var ids = List.of(mine).stream().map(Connexion::id).toList();
        var found = new ArrayList<>(
                claims.stream().filter(claim -> ids.contains(claim.connexion())).toList());
        found.sort(Comparator.comparingInt(claim -> ids.indexOf(claim.connexion())));
        return found;
    }

    private List<Ended> endedAcross(Instant now, Connexion... mine) {
        var ids = List.of(mine).stream().map(Connexion::id).toList();
        return read(Fixtures.job(), tx -> renewals().ended(tx, null, MANY, now)).stream()
                .filter(ended -> ids.contains(ended.connexion()))
                .toList();
    }

    private List<Unplanned> unplanned(Connexion mine) {
        return read(Fixtures.job(), tx -> renewals().unplanned(tx, null, MANY, NOW)).found().stream()
                .filter(each -> each.connexion().equals(mine.id()))
                .toList();
    }

    private boolean isHeld(Claim claim) {
        return read(Fixtures.job(claim.organisation()), tx -> renewals().isHeld(tx, claim));
    }

    private void release(Claim claim, Instant from) {
        run(Fixtures.job(claim.organisation()), tx -> renewals().release(tx, claim, from));
    }

    private void plan(Connexion connexion, @Nullable Instant at) {
        run(Fixtures.job(connexion.organisation()), tx -> renewals().plan(tx, connexion.id(), at));
    }
}
