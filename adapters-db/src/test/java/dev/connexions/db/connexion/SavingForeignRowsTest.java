package dev.connexions.db.connexion;

import static dev.connexions.db.connexion.PlatformRows.change;
import static dev.connexions.db.connexion.PlatformRows.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Saving rows that the platform wrote, beside whatever else it writes there. */
class SavingForeignRowsTest implements PgPlatform {

    private static final String ACCOUNT = "17841400000000001";

    private final Caller.User member = member();
    private final OrganisationId organisation = organisationOf(member);

    @Test
    void givesARowItsVersionWhenItIsFirstSaved() {
        var id = plant("instagram_access_token = 'EAAclear', instagram_business_account_id = '" + ACCOUNT + "'");
        var found = find(id);
        var saved = read(member, tx -> connexions().save(tx, disabled(found)));
        assertThat(saved.version()).isEqualTo(1);
        assertThat(find(id)).isEqualTo(saved);
        assertThat(saved.state()).isEqualTo(found.state());
        assertThat(saved.since()).isEqualTo(found.since());
        assertThatThrownBy(() -> run(member, tx -> connexions().save(tx, found)))
                .isInstanceOf(StaleException.class);
    }

    @Test
    void leavesAloneWhatItCannotReadWhenItSaves() {
        var id = plant("instagram_statut_connexion = 'enabled', instagram_access_token = 'EAAclear',"
                + " instagram_derniere_erreur = 'texte', instagram_permissions = '{a,b}', instagram_page_id = 'p',"
                + " instagram_token_expire_at = 'infinity', instagram_type_compte = 'PERSONAL',"
                + " instagram_business_account_id = '1', instagram_derniere_synchro = '2026-01-01T00:00:00Z'");
        for (var i = 0; i < 2; i++) {
            var found = find(id);
            run(member, tx -> connexions().save(tx, turned(found)));
        }
        assertUnreadable(find(id), Cause.ROW_UNREADABLE);
        assertThat(see(
                        id,
                        "concat_ws(' ', instagram_statut_connexion, instagram_access_token, instagram_derniere_erreur,"
                                + " instagram_permissions, instagram_page_id, instagram_token_expire_at,"
                                + " instagram_type_compte, instagram_actif, instagram_business_account_id,"
                                + " instagram_derniere_synchro at time zone 'UTC')"))
                .isEqualTo("enabled EAAclear texte {a,b} p infinity PERSONAL t 1 2026-01-01 00:00:00");
        change(id, "instagram_statut_connexion = 'en_attente'");
        assertThat(find(id).state()).isEqualTo(new State.Pending());
    }

    @Test
    void leavesAloneWhatAPendingStateSaysNothingOf() {
        var id = plant("instagram_statut_connexion = 'en_attente', instagram_business_account_id = '" + ACCOUNT + "',"
                + " instagram_type_compte = 'X', instagram_page_id = 'p', instagram_access_token = 'EAAclear'");
        run(member, tx -> connexions().save(tx, disabled(find(id))));
        assertThat(see(
                        id,
                        "concat_ws(' ', instagram_business_account_id, instagram_type_compte, instagram_page_id,"
                                + " instagram_access_token, instagram_permissions)"))
                .isEqualTo(ACCOUNT + " X p EAAclear {instagram_basic,pages_read_engagement,instagram_manage_insights}");
    }

    @Test
    void keepsATypeOfAccountThatOnlyThePlatformKnows() {
        var id = plant("instagram_access_token = 'EAAclear', instagram_business_account_id = '" + ACCOUNT + "',"
                + " instagram_type_compte = 'PARTNER'");
        run(member, tx -> connexions().save(tx, disabled(find(id))));
        assertThat(see(id, "instagram_type_compte")).isEqualTo("PARTNER");
    }

    @Test
    void destroysTheTokenOfARevokedConnexionAndOfNoOther() {
        for (var state : List.of(
                new State.Failing(null, Cause.of("x")),
                new State.Expired(null, Cause.of("x")),
                new State.ReauthorizationRequired(null, Cause.of("x")))) {
            var put = put(member, add(member), new State.Active(Fixtures.link()));
            run(member, tx -> connexions().save(tx, Fixtures.with(put, state)));
            assertThat(see(put.id(), "instagram_access_token")).as("%s", state).startsWith("ctk1.");
            assertThat(see(put.id(), "instagram_derniere_erreur")).isEqualTo("x");
        }
        var link = Fixtures.link();
        var put = put(member, add(member), new State.Active(link));
        run(member, tx -> connexions().save(tx, Fixtures.with(put, new State.Revoked(link, Cause.of("app_removed")))));
        assertThat(see(put.id(), "instagram_access_token")).isNull();
    }

    @Test
    void savesRowsThatShareAKeyOrAnAccount() {
        var twice = "instagram_connexion_key = 'same', instagram_access_token = 'EAAclear',"
                + " instagram_business_account_id = '" + ACCOUNT + "'";
        var first = plant(twice);
        var second = plant(twice);
        for (var i = 0; i < 2; i++) {
            for (var id : List.of(first, second)) {
                var found = find(id);
                var saved = read(member, tx -> connexions().save(tx, turned(found)));
                assertThat(find(id)).isEqualTo(saved);
                assertThat(saved.state().linked().orElseThrow().account().id()).isEqualTo(new AccountId(ACCOUNT));
            }
        }
        run(
                member,
                tx -> assertThat(connexions().holderOf(tx, new AccountId(ACCOUNT)))
                        .contains(first));
        run(member, tx -> connexions().remove(tx, first));
        run(member, tx -> connexions().save(tx, turned(find(second))));
        run(
                member,
                tx -> assertThat(connexions().holderOf(tx, new AccountId(ACCOUNT)))
                        .contains(second));
    }

    @Test
    void countsARowOfThePlatformAmongTheKeysAndTheHolders() {
        var id = plant("instagram_connexion_key = 'legacy', instagram_access_token = 'EAAclear',"
                + " instagram_business_account_id = '" + ACCOUNT + "'");
        run(member, tx -> {
            assertThat(connexions().holderOf(tx, new AccountId(ACCOUNT))).contains(id);
        });
        var second = Fixtures.newConnexion(organisation, find(id).key());
        assertThatThrownBy(() -> add(member, second)).isInstanceOf(StaleException.class);
    }

    @Test
    void makesWhoeverLocksOneLaterWait() throws Exception {
        var id = plant("instagram_statut_connexion = 'en_attente'");
        var second = new CompletableFuture<Connexion>();
        run(member, tx -> {
            var locked = connexions().lock(tx, id).orElseThrow();
            Thread.ofVirtual()
                    .start(() -> run(
                            member,
                            other ->
                                    second.complete(connexions().lock(other, id).orElseThrow())));
            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            connexions().save(tx, disabled(locked));
        });
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(find(id));
        assertThat(find(id).enabled()).isFalse();
    }

    @Test
    void removesARowOfThePlatform() {
        var id = plant("instagram_statut_connexion = 'enabled'");
        run(member, tx -> connexions().remove(tx, id));
        assertThat(find(member, id)).isEmpty();
    }

    private static Connexion disabled(Connexion connexion) {
        return accepted(connexion.disable(Fixtures.NOW));
    }

    private static Connexion turned(Connexion connexion) {
        return connexion.enabled() ? disabled(connexion) : accepted(connexion.enable(Fixtures.NOW));
    }

    private static Connexion accepted(Change change) {
        return switch (change) {
            case Change.Accepted(var next, var events) -> next;
            case Change.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static void assertUnreadable(Connexion connexion, String reason) {
        assertThat(connexion.state()).isInstanceOf(State.Unreadable.class);
        assertThat(connexion.state().why()).contains(Cause.of(reason));
    }

    private Connexion find(ConnexionId id) {
        return find(member, id).orElseThrow();
    }

    private ConnexionId plant(String assignments) {
        return PlatformRows.plant(organisation, assignments);
    }
}
