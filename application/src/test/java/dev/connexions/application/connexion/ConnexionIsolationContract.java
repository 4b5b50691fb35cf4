package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another organisation's connexions do not exist. A job has more rights than a member, and sees no more. */
public interface ConnexionIsolationContract extends Platform {

    /** Everybody but the members of the connexion's organisation and the jobs that work for it. */
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
    default void hidesAnotherOrganisationsFromReading() {
        var member = member();
        var link = Fixtures.link();
        var hidden = put(member, add(member), new State.Active(link));
        for (var stranger : strangers()) {
            assertThat(reads().find(stranger, hidden.id())).isEmpty();
            assertThat(list(stranger)).isEmpty();
            run(stranger, tx -> {
                assertThat(connexions().find(tx, hidden.id())).isEmpty();
                assertThat(connexions().lock(tx, hidden.id())).isEmpty();
                assertThat(connexions().holderOf(tx, link.account().id())).isEmpty();
            });
        }
    }

    @Test
    default void refusesToSaveAnotherOrganisations() {
        var member = member();
        var hidden = add(member);
        for (var stranger : strangers()) {
            assertThatThrownBy(() -> run(stranger, tx -> connexions().save(tx, hidden)))
                    .as("%s", stranger)
                    .isInstanceOf(StaleException.class);
        }
        assertThat(find(member, hidden.id())).contains(hidden);
    }

    @Test
    default void removesNothingOfAnotherOrganisation() {
        var member = member();
        var hidden = add(member);
        for (var stranger : strangers()) {
            run(stranger, tx -> connexions().remove(tx, hidden.id()));
        }
        assertThat(find(member, hidden.id())).contains(hidden);
    }

    @Test
    default void addsNothingToAnotherOrganisation() {
        var member = member();
        for (var stranger : strangers()) {
            var planted = Fixtures.newConnexion(organisationOf(member));
            assertThatThrownBy(() -> add(stranger, planted)).as("%s", stranger).isInstanceOf(RuntimeException.class);
        }
        assertThat(list(member)).isEmpty();
    }

    @Test
    default void letsTwoOrganisationsUseOneKeyAndOneAccount() {
        var here = member();
        var there = member();
        var link = Fixtures.link();
        var first = put(here, add(here), new State.Active(link));
        var second = put(
                there, add(there, Fixtures.newConnexion(organisationOf(there), first.key())), new State.Active(link));
        assertThat(find(here, first.id())).contains(first);
        assertThat(find(there, second.id())).contains(second);
        run(
                there,
                tx -> assertThat(connexions().holderOf(tx, link.account().id())).contains(second.id()));
    }

    @Test
    default void showsAnOrganisationsOwnToAllItsMembersAndJobs() {
        var member = member();
        var shown = add(member);
        var callers = List.of(
                member(shown.organisation()), administrator(shown.organisation()), Fixtures.job(shown.organisation()));
        for (var caller : callers) {
            assertThat(find(caller, shown.id())).contains(shown);
            assertThat(list(caller)).containsExactly(shown);
        }
    }
}
