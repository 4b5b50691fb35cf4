package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Listed;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For whom {@link ConnexionReads} reads. What it reads, the other contracts say: {@link Platform#find} asks it, too. */
public interface ConnexionReadsContract extends Platform {

    @Test
    default void readsForAMemberWhatItsOrganisationHas() {
        var here = member();
        var there = member();
        var own = put(here, add(here), new State.Active(Fixtures.link()));
        var other = add(there);
        assertThat(reads().find(here, own.id())).contains(own);
        assertThat(reads().find(here, other.id())).isEmpty();
        assertThat(reads().find(there, own.id())).isEmpty();
        assertThat(listed(here, Scope.ORGANISATION)).isEqualTo(new Listed(organisationOf(here), List.of(own)));
        assertThat(listed(there, Scope.ORGANISATION)).isEqualTo(new Listed(organisationOf(there), List.of(other)));
    }

    @Test
    default void readsForAJobWhatItsOrganisationHas() {
        var member = member();
        var own = add(member);
        var hidden = add(member());
        var job = Fixtures.job(own.organisation());
        assertThat(reads().find(job, own.id())).contains(own);
        assertThat(reads().find(job, hidden.id())).isEmpty();
        assertThat(listed(job, Scope.ORGANISATION)).isEqualTo(new Listed(own.organisation(), List.of(own)));
    }

    @Test
    default void readsNothingWithoutAnOrganisation() {
        var hidden = add(member());
        for (var caller : List.of(administrator(null), Fixtures.job())) {
            assertThat(reads().find(caller, hidden.id())).isEmpty();
            assertThat(listed(caller, Scope.ORGANISATION)).isEqualTo(Listed.NOTHING);
        }
    }

    @Test
    default void refusesToReadForAUserOfNoOrganisation() {
        var stranger = Fixtures.service();
        var id = add(member()).id();
        assertThatThrownBy(() -> reads().find(stranger, id)).isInstanceOf(NoOrganisationException.class);
        for (var scope : Scope.values()) {
            assertThatThrownBy(() -> listed(stranger, scope)).isInstanceOf(NoOrganisationException.class);
        }
    }

    @Test
    default void asksThePlatformAnewForEachRead() {
        var member = member();
        var before = add(member);
        assertThat(reads().find(member, before.id())).contains(before);
        move(member, Fixtures.organisation());
        assertThat(reads().find(member, before.id())).isEmpty();
    }

    @Test
    default void listsAllOrganisationsForAnAdministrator() {
        var client = UUID.randomUUID();
        var here = member();
        var there = member();
        var all = new ArrayList<ConnexionId>();
        for (var caller : List.of(here, there, here)) {
            all.addFirst(add(caller, of(client, organisationOf(caller))).id());
        }
        var filter = new Filter(null, null, null, client, null, null, null);
        for (var caller : List.of(administrator(null), administrator(organisationOf(here)), Fixtures.job())) {
            assertThat(pages(caller, filter)).isEqualTo(all);
            assertThat(listed(caller, Scope.ALL).organisation()).isNull();
        }
    }

    @Test
    default void listsNoOtherOrganisationForAnybodyElse() {
        var member = member();
        var own = add(member);
        add(member());
        for (var caller : List.of(member, Fixtures.job(own.organisation()))) {
            assertThat(listed(caller, Scope.ALL)).isEqualTo(new Listed(own.organisation(), List.of(own)));
        }
    }

    private static NewConnexion of(UUID client, OrganisationId organisation) {
        return new NewConnexion(
                ConnexionId.random(),
                organisation,
                ConnexionKey.generated(),
                new ClientRef(ClientRef.DEFAULT_TYPE, client),
                Fixtures.email(),
                null,
                Fixtures.NOW);
    }

    private List<ConnexionId> pages(Caller caller, Filter filter) {
        var seen = new ArrayList<ConnexionId>();
        @Nullable Position after = null;
        for (var more = true; more; ) {
            var page = reads().list(caller, Scope.ALL, filter, after, 2, Fixtures.NOW)
                    .items();
            page.forEach(each -> seen.add(each.id()));
            more = !page.isEmpty();
            after = more ? Position.of(page.getLast(), filter) : after;
        }
        return seen;
    }

    private Listed listed(Caller caller, Scope scope) {
        return reads().list(caller, scope, Filter.NONE, null, 200, Fixtures.NOW);
    }
}
