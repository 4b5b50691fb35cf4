package dev.connexions.db.connexion;

import static dev.connexions.db.connexion.PlatformRows.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that the platform wrote, among the others of a list. */
class ListingForeignRowsTest implements PgPlatform {

    private final Caller.User member = member();
    private final OrganisationId organisation = organisationOf(member);

    @Test
    void goesToTheEndOfAListOfGoodAndBad() {
        var good = new HashSet<ConnexionId>();
        var bad = new HashSet<ConnexionId>();
        for (var i = 0; i < 130; i++) {
            if (i % 3 == 0) {
                good.add(plant("instagram_access_token = 'EAAclear', instagram_business_account_id = '" + i + "'"));
            } else {
                bad.add(i % 3 == 1 ? plant("instagram_business_account_id = '" + i + "'") : note(unopened(i)));
            }
        }
        for (var limit : List.of(1, 7, 50, 200)) {
            assertThat(pages(new Filter(Status.ACTIVE, null, null, null, null, null, null), limit))
                    .containsExactlyInAnyOrderElementsOf(good);
            assertThat(pages(new Filter(Status.ERROR, null, null, null, null, null, null), limit))
                    .containsExactlyInAnyOrderElementsOf(bad);
        }
    }

    @Test
    void findsATokenThatNoKeyOpensAmongTheErrorsOnceItWasNoted() {
        var error = new Filter(Status.ERROR, null, null, null, null, null, null);
        var id = unopened(1);
        assertUnreadable(find(id), Cause.TOKEN_UNREADABLE);
        assertThat(listed(Filter.NONE)).containsExactly(id);
        assertThat(listed(new Filter(Status.ACTIVE, null, null, null, null, null, null)))
                .isEmpty();
        assertThat(listed(error)).isEmpty();
        note(id);
        assertThat(listed(error)).containsExactly(id);
        change(id, "instagram_access_token = null");
        assertThat(listed(error)).as("once, though two indexes have it").containsExactly(id);
        change(id, "instagram_access_token = 'EAAclear'");
        assertThat(listed(error)).isEmpty();
        assertThat(listed(new Filter(Status.ACTIVE, null, null, null, null, null, null)))
                .containsExactly(id);
    }

    /** Well formed as far as the column tells. */
    private ConnexionId unopened(int account) {
        return plant("instagram_access_token = 'ctk1.' || repeat('A', 60), instagram_business_account_id = '" + account
                + "'");
    }

    private static ConnexionId note(ConnexionId id) {
        DATABASE.sql("""
            insert into connexions.connexion_state
              (connexion_id, organisation_id, version, token_unreadable_since, token_unreadable_created_at)
            select instagram_connexion_id, organisation_id, 1, now(), instagram_created_at
            from public.instagram_connexion where instagram_connexion_id = '%s'
            """.formatted(id.value()));
        return id;
    }

    private List<ConnexionId> pages(Filter filter, int limit) {
        var seen = new ArrayList<ConnexionId>();
        @Nullable Position after = null;
        while (true) {
            var from = after;
            var page = list(member, filter, from, limit);
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            page.forEach(each -> seen.add(each.id()));
            if (page.size() < limit) {
                return seen;
            }
            after = Position.of(page.getLast(), filter);
        }
    }

    private static void assertUnreadable(Connexion connexion, String reason) {
        assertThat(connexion.state()).isInstanceOf(State.Unreadable.class);
        assertThat(connexion.state().why()).contains(Cause.of(reason));
    }

    private Connexion find(ConnexionId id) {
        return find(member, id).orElseThrow();
    }

    private List<ConnexionId> listed(Filter filter) {
        return list(member, filter, null, 200).stream().map(Connexion::id).toList();
    }

    private ConnexionId plant(String assignments) {
        return PlatformRows.plant(organisation, assignments);
    }
}
