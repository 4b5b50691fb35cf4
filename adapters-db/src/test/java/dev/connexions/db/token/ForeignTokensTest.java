package dev.connexions.db.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.DueRenewals.Ended;
import dev.connexions.application.token.DueRenewals.Unplanned;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.token.Refreshing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the platform wrote, without us. */
class ForeignTokensTest implements PgPlatform {

    private static final Instant NOW = Fixtures.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofDays(9));

    private final Caller.User member = member();
    private final OrganisationId organisation = organisationOf(member);

    @Test
    void forgetsThePlanAndTheAgeOfATokenThatThePlatformReplaced() {
        var active = put(member, add(member), new State.Active(Fixtures.link()));
        var last = new Refreshing.Attempt(NOW, null);
        var planned =
                read(member, tx -> connexions().save(tx, Fixtures.refreshing(active, new Refreshing(LATER, 2, last))));
        assertThat(unplanned()).isEmpty();
        DATABASE.sql("update public.instagram_connexion set instagram_token_expire_at = '%s' where"
                        .formatted(LATER.plus(Duration.ofDays(80)))
                + " instagram_connexion_id = '%s'".formatted(planned.id().value()));
        var found = find(planned.id());
        assertThat(found.refreshing()).isEqualTo(new Refreshing(null, 0, last));
        assertThat(found.state().linked().orElseThrow().lease().issuedAt()).isNull();
        assertThat(unplanned()).containsExactly(new Unplanned(organisation, planned.id()));
        plan(planned.id());
        assertThat(find(planned.id()).refreshing().nextAt()).isEqualTo(LATER);
        assertThat(unplanned()).isEmpty();
    }

    @Test
    void plansForARowWithoutAnyStateAndChangesNothingElseOfIt() {
        var id = plant("IGAAclear", "'" + LATER + "'", "active");
        var before = find(id);
        assertThat(before.version()).isZero();
        assertThat(before.refreshing()).isEqualTo(Refreshing.NONE);
        assertThat(unplanned()).containsExactly(new Unplanned(organisation, id));
        plan(id);
        var after = find(id);
        assertThat(after.refreshing()).isEqualTo(new Refreshing(LATER, 0, null));
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("refreshing", "version")
                .isEqualTo(before);
        assertThat(unplanned()).isEmpty();
        assertThat(read(member, tx -> connexions().save(tx, after)).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null,'2031-01-01Z',active",
                "IGAAx,null,active",
                "IGAAx,'infinity',active",
                "IGAAx,'-infinity',active",
                "IGAAx,'2020-01-01Z',active",
                "IGAAx,'2031-01-01Z',revoquee",
                "IGAAx,'2031-01-01Z',nonsense"
            })
    void plansNothingWhereThereIsNothingToRenew(String row) {
        var columns = row.split(",", -1);
        plant(columns[0], columns[1], columns[2]);
        assertThat(unplanned()).isEmpty();
    }

    @Test
    void findsWhatEndedWhoeverWroteIt() {
        var id = plant("IGAAclear", "'" + NOW + "'", "active");
        plant("IGAAclear", "'" + NOW + "'", "expiree");
        var ended = read(Fixtures.job(organisation), tx -> renewals().ended(tx, null, 10, NOW));
        assertThat(ended).containsExactly(new Ended(organisation, id, NOW));
    }

    private ConnexionId plant(String token, String expiry, String status) {
        var id = new ConnexionId(UUID.randomUUID());
        DATABASE.sql("""
            insert into public.instagram_connexion
              (instagram_connexion_id, organisation_id, client_id, instagram_connexion_key, instagram_email_compte,
               instagram_access_token, instagram_business_account_id, instagram_token_expire_at,
               instagram_statut_connexion)
            values ('%s', '%s', gen_random_uuid(), '%s', 'a@example.org', %s, '%s', %s, '%s')
            """.formatted(
                        id.value(),
                        organisation.value(),
                        id.value(),
                        token.equals("null") ? "null" : "'" + token + "'",
                        17_841_400_000_000_000L + Math.floorMod(id.value().hashCode(), 1_000_000),
                        expiry,
                        status));
        return id;
    }

    private Connexion find(ConnexionId id) {
        return find(member, id).orElseThrow();
    }

    private void plan(ConnexionId id) {
        run(Fixtures.job(organisation), tx -> renewals().plan(tx, id, LATER));
    }

    private List<Unplanned> unplanned() {
        return read(Fixtures.job(organisation), tx -> renewals().unplanned(tx, null, 100, NOW))
                .found();
    }
}
