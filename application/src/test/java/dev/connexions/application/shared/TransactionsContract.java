package dev.connexions.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every {@link Transactions} promises. */
public interface TransactionsContract extends Platform {

    @Test
    default void keepsWhatWasDoneWhenTheWorkReturns() {
        var member = member();
        var organisation = organisationOf(member);
        var id = read(
                member,
                tx -> connexions().add(tx, Fixtures.newConnexion(organisation)).id());
        assertThat(find(member, id)).isPresent();
    }

    @Test
    default void keepsNothingWhenTheWorkThrows() {
        var member = member();
        var connexion = Fixtures.newConnexion(organisationOf(member));
        var failure = new IllegalArgumentException("after the insert");
        assertThatThrownBy(() -> run(member, tx -> {
                    connexions().add(tx, connexion);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(find(member, connexion.id())).isEmpty();
    }

    @Test
    default void keepsNothingWhenTheWorkEndsInAnError() {
        var member = member();
        var connexion = Fixtures.newConnexion(organisationOf(member));
        assertThatThrownBy(() -> run(member, tx -> {
                    connexions().add(tx, connexion);
                    throw new AssertionError("after the insert");
                }))
                .isInstanceOf(AssertionError.class);
        assertThat(find(member, connexion.id())).isEmpty();
    }

    @Test
    default void worksAgainAfterWorkThatFailed() {
        var member = member();
        for (var i = 0; i < 50; i++) {
            assertThatThrownBy(() -> run(member, tx -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(find(member, ConnexionId.random())).isEmpty();
    }

    @Test
    default void knowsAMembersOrganisation() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        run(member, tx -> {
            assertThat(tx.caller()).isEqualTo(member);
            assertThat(tx.organisation()).contains(organisation);
            assertThat(tx.requireOrganisation()).isEqualTo(organisation);
            assertThat(tx.administrator()).isFalse();
            assertThat(tx.actor()).isEqualTo(new Actor(Actor.Kind.USER, member.id(), null));
        });
    }

    @Test
    default void refusesAUserOfNoOrganisation() {
        assertThatThrownBy(() -> run(Fixtures.service(), tx -> {
                    throw new AssertionError("the work was begun");
                }))
                .isInstanceOf(NoOrganisationException.class);
    }

    @Test
    default void letsAnAdministratorInWithoutAnOrganisation() {
        var administrator = administrator(null);
        run(administrator, tx -> {
            assertThat(tx.organisation()).isEmpty();
            assertThat(tx.administrator()).isTrue();
            assertThat(tx.actor()).isEqualTo(new Actor(Actor.Kind.ADMINISTRATOR, administrator.id(), null));
            assertThatThrownBy(tx::requireOrganisation).isInstanceOf(NoOrganisationException.class);
        });
    }

    @Test
    default void knowsAnAdministratorsOwnOrganisation() {
        var organisation = Fixtures.organisation();
        run(administrator(organisation), tx -> {
            assertThat(tx.organisation()).contains(organisation);
            assertThat(tx.administrator()).isTrue();
        });
    }

    @Test
    default void letsAnAdministratorActInAnotherOrganisationForAReason() {
        var theirs = member();
        var connexion = add(theirs);
        var administrator = administrator(Fixtures.organisation());
        var acting = administrator.acting(new Acting.Within(organisationOf(theirs), "a ticket"));
        run(acting, tx -> {
            assertThat(tx.organisation()).contains(connexion.organisation());
            assertThat(tx.actor()).isEqualTo(new Actor(Actor.Kind.ADMINISTRATOR, administrator.id(), "a ticket"));
            assertThat(connexions().find(tx, connexion.id())).contains(connexion);
        });
        assertThat(find(administrator, connexion.id())).isEmpty();
    }

    @Test
    default void showsNobodysConnexionsToWhoActsEverywhere() {
        var connexion = add(member());
        var acting = administrator(null).acting(new Acting.Everywhere("a look"));
        run(acting, tx -> {
            assertThat(tx.organisation()).contains(OrganisationId.PLATFORM);
            assertThat(tx.actor().reason()).isEqualTo("a look");
            assertThat(connexions().find(tx, connexion.id())).isEmpty();
            assertThat(connexions().lock(tx, connexion.id())).isEmpty();
        });
    }

    @Test
    default void refusesWhoActsWithoutBeingAnAdministrator() {
        var theirs = member();
        var connexion = add(theirs);
        for (var acting :
                List.of(new Acting.Within(organisationOf(theirs), "mine"), new Acting.Everywhere("all mine"))) {
            assertThatThrownBy(() -> find(member().acting(acting), connexion.id()))
                    .as("%s", acting)
                    .isInstanceOf(NoOrganisationException.class);
        }
    }

    @Test
    default void letsAJobWorkForTheOrganisationItNames() {
        var organisation = organisationOf(member());
        var job = Fixtures.job(organisation);
        run(job, tx -> {
            assertThat(tx.caller()).isEqualTo(job);
            assertThat(tx.organisation()).contains(organisation);
            assertThat(tx.actor()).isEqualTo(new Actor(Actor.Kind.SYSTEM, system(), null));
        });
    }

    @Test
    default void letsAJobLookAcrossWithoutAnOrganisation() {
        run(Fixtures.job(), tx -> assertThat(tx.organisation()).isEmpty());
    }

    @Test
    default void asksThePlatformAnewEachTime() {
        var member = member();
        var before = add(member);
        var elsewhere = Fixtures.organisation();
        move(member, elsewhere);
        assertThat(organisationOf(member)).isEqualTo(elsewhere);
        assertThat(find(member, before.id())).isEmpty();
    }

    @Test
    default void refusesWorkOnceItHasEnded() {
        var member = member();
        var leaked = new AtomicReference<Tx>();
        run(member, leaked::set);
        assertThatThrownBy(() -> connexions().find(leaked.get(), ConnexionId.random()))
                .isInstanceOf(RuntimeException.class);
    }
}
