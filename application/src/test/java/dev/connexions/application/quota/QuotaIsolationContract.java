package dev.connexions.application.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.shared.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another organisation's quota does not exist. A job has more rights than a member, and takes no more. */
public interface QuotaIsolationContract extends Platform {

    private List<Caller> strangers() {
        var elsewhere = organisationOf(member());
        return List.of(
                member(elsewhere),
                administrator(elsewhere),
                administrator(null),
                Fixtures.job(elsewhere),
                Fixtures.job());
    }

    @Test
    default void hidesAnotherOrganisationsQuota() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var held = desk.hold(connexion, 2);
        for (var stranger : strangers()) {
            var other = desk.as(stranger);
            assertThat(other.reserve(connexion, 1)).as("%s", stranger).isEqualTo(new ReserveQuota.Result.NotFound());
            assertThat(other.quota(connexion)).isEmpty();
            assertThat(other.show(connexion, held.id())).isEmpty();
            assertThat(other.spend(connexion, held.id())).isEqualTo(new SpendReservation.Result.NotFound());
            assertThat(other.release(connexion, held.id())).isEqualTo(new ReleaseReservation.Result.NotFound());
        }
        assertThat(desk.counted(connexion)).isEqualTo(2);
        assertThat(desk.show(connexion, held.id())).contains(held);
    }

    @Test
    default void servesTheOrganisationsOwnMembersAndJobs() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        var own = organisationOf(desk.caller());
        for (var caller : List.of(member(own), administrator(own), Fixtures.job(own))) {
            assertThat(desk.as(caller).hold(connexion, 1).organisation()).isEqualTo(own);
        }
        assertThat(desk.counted(connexion)).isEqualTo(3);
    }

    @Test
    default void followsAUserToAnotherOrganisation() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        desk.hold(connexion, 1);
        var user = (Caller.User) desk.caller();
        move(user, Fixtures.organisation());
        assertThat(desk.reserve(connexion, 1)).isEqualTo(new ReserveQuota.Result.NotFound());
    }

    @Test
    default void refusesAUserOfNoOrganisation() {
        var desk = Desk.of(this);
        var connexion = desk.connexion(10);
        assertThatThrownBy(() -> desk.as(Fixtures.operator()).reserve(connexion, 1))
                .isInstanceOf(NoOrganisationException.class);
    }

    @Test
    default void findsEndedLeasesOfEveryOrganisationForAJobAndNobodyElse() {
        var here = Desk.of(this);
        var there = Desk.of(this);
        var ours = here.connexion(10);
        var theirs = there.connexion(10);
        here.hold(ours, 2);
        there.hold(theirs, 3);
        here.pass(Hold.DEFAULT_LEASE);
        there.pass(Duration.ofSeconds(1));
        there.hold(theirs, 1);
        for (var caller : List.of(here.caller(), administrator(null), Fixtures.job(organisationOf(here.caller())))) {
            var found = this.<List<Quotas.Whereabouts>>read(
                    caller, tx -> quotas().expired(tx, here.clock().instant(), 1000));
            assertThat(found).isEmpty();
        }
        here.lapse();
        assertThat(here.counted(ours)).isZero();
        assertThat(here.counted(theirs)).isEqualTo(1);
    }
}
