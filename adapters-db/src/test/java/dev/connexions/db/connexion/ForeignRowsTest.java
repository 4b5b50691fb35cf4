package dev.connexions.db.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that the platform wrote, without us and without our care. */
class ForeignRowsTest implements PgPlatform {

    private static final String ACCOUNT = "17841400000000001";
    private static final String EXPIRY = "2031-05-06T07:08:09.123456Z";

    private final Caller.User member = member();
    private final OrganisationId organisation = organisationOf(member);

    @Test
    void readsAnActiveRowInClearText() {
        var id = plant("""
            instagram_access_token = 'EAAclear', instagram_business_account_id = '%s', instagram_page_id = '42',
            instagram_type_compte = 'business', instagram_token_expire_at = '%s',
            instagram_permissions = '{instagram_basic,instagram_basic,NULL,pages_read_engagement}'
            """.formatted(ACCOUNT, EXPIRY));
        var found = find(id);
        assertThat(found.version()).isZero();
        assertThat(found.state())
                .isEqualTo(new State.Active(new Link(
                        null,
                        new Account(new AccountId(ACCOUNT), null, AccountType.BUSINESS, "42"),
                        null,
                        Scopes.NONE,
                        Scopes.of(Set.of("instagram_basic", "pages_read_engagement")),
                        new TokenLease(null, Instant.parse(EXPIRY)))));
        assertThat(found.since()).isEqualTo(found.stamps().updatedAt());
        run(member, tx -> assertThat(vault().open(tx, id)).isEqualTo(new Opened.Token(new AccessToken("EAAclear"))));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
        row_unreadable   | instagram_statut_connexion = 'enabled'
        row_unreadable   | instagram_statut_connexion = ''
        row_unreadable   | instagram_statut_connexion = 'ACTIVE'
        token_missing    | instagram_statut_connexion = 'active'
        token_missing    | instagram_statut_connexion = 'limitee'
        token_missing    | instagram_statut_connexion = 'active', instagram_business_account_id = '1'
        row_unreadable   | instagram_access_token = 'EAAclear'
        row_unreadable   | instagram_access_token = 'EAAclear', instagram_business_account_id = ''
        row_unreadable   | instagram_access_token = 'EAAclear', instagram_business_account_id = repeat('1', 65)
        token_unreadable | instagram_access_token = '', instagram_business_account_id = '1'
        token_unreadable | instagram_access_token = 'two words', instagram_business_account_id = '1'
        token_unreadable | instagram_access_token = E'line\\n', instagram_business_account_id = '1'
        token_unreadable | instagram_access_token = 'ctk1.', instagram_business_account_id = '1'
        token_unreadable | instagram_access_token = 'ctk1.AAAA', instagram_business_account_id = '1'
        token_unreadable | instagram_access_token = 'ctk1.****', instagram_business_account_id = '1'
        token_unreadable | instagram_access_token = 'ctk2.AAAA', instagram_business_account_id = '1'
        row_unreadable   | instagram_token_expire_at = 'infinity', instagram_business_account_id = '1'
        row_unreadable   | instagram_date_activation = '-infinity'
        row_unreadable   | instagram_derniere_synchro = 'infinity'
        """)
    void showsWhatCannotBeReadWithItsReason(String reason, String assignments) {
        var id = plant(assignments);
        assertUnreadable(find(id), reason);
        var found = find(id);
        run(member, tx -> assertThat(connexions().lock(tx, id)).contains(found));
        assertThat(listed(Filter.NONE)).containsExactly(id);
        assertThat(listed(new Filter(Status.ERROR, null, null, null, null, null, null)))
                .containsExactly(id);
        assertThat(listed(new Filter(Status.ACTIVE, null, null, null, null, null, null)))
                .isEmpty();
        for (var capability : Capability.values()) {
            assertThat(listed(new Filter(null, null, null, null, null, null, capability)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en_attente,PENDING",
        "limitee,THROTTLED",
        "erreur,ERROR",
        "expiree,EXPIRED",
        "a_reautoriser,REAUTHORIZATION_REQUIRED",
        "revoquee,REVOKED"
    })
    void takesTheCauseOfAStateThatThePlatformWroteForUnknown(String column, Status status) {
        var id = plant("instagram_statut_connexion = '" + column + "', instagram_access_token = 'EAAclear',"
                + " instagram_derniere_erreur = 'texte libre', instagram_business_account_id = '" + ACCOUNT + "'");
        var found = find(id);
        assertThat(found.state().status()).isEqualTo(status);
        if (status == Status.PENDING) {
            assertThat(found.state()).isEqualTo(new State.Pending());
        } else {
            assertThat(found.state().why()).contains(Cause.of(Cause.UNKNOWN));
        }
    }

    @Test
    void forgetsItsCauseOnceThePlatformWroteAnotherStatus() {
        var cause = new Cause("session_invalidated", new Cause.Evidence(190, 463, Fixtures.NOW));
        var put = put(member, add(member), new State.Expired(Fixtures.link(), cause));
        change(put.id(), "instagram_statut_connexion = 'a_reautoriser'");
        var found = find(put.id());
        assertThat(found.state().status()).isEqualTo(Status.REAUTHORIZATION_REQUIRED);
        assertThat(found.state().why()).contains(Cause.of(Cause.UNKNOWN));
        assertThat(found.since()).isAfter(put.stamps().createdAt());
        change(put.id(), "instagram_statut_connexion = 'expiree'");
        assertThat(find(put.id()).state()).isEqualTo(put.state());
    }

    @Test
    void forgetsWhatItKnewOfAnAccountThatThePlatformReplaced() {
        var put = put(member, add(member), new State.Active(Fixtures.link()));
        change(put.id(), "instagram_business_account_id = '" + ACCOUNT + "'");
        var link = find(put.id()).state().linked().orElseThrow();
        assertThat(link.account()).isEqualTo(new Account(new AccountId(ACCOUNT), null, AccountType.BUSINESS, null));
        assertThat(link.product()).isNull();
        assertThat(link.requested()).isEqualTo(Scopes.NONE);
        assertThat(link.lease().issuedAt()).isNull();
    }

    @Test
    void forgetsTheIssueOfATokenThatThePlatformReplaced() {
        var put = put(member, add(member), new State.Active(Fixtures.link()));
        change(put.id(), "instagram_token_expire_at = '2020-01-01T00:00:00Z'");
        assertThat(find(put.id()).state().linked().orElseThrow().lease())
                .isEqualTo(new TokenLease(null, Instant.parse("2020-01-01T00:00:00Z")));
    }

    @Test
    void takesALimitBelowZeroForZero() {
        var id = plant("instagram_limite_quotidienne = -1");
        assertThat(find(id).dailyLimit()).isEqualTo(new DailyLimit(0));
    }

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

    private Connexion find(ConnexionId id) {
        return find(member, id).orElseThrow();
    }

    private Stream<ConnexionId> ids(Filter filter) {
        return list(member, filter, null, 200).stream().map(Connexion::id);
    }

    private List<ConnexionId> listed(Filter filter) {
        return ids(filter).toList();
    }

    private ConnexionId plant(String assignments) {
        var id = new ConnexionId(UUID.randomUUID());
        DATABASE.sql("""
            insert into public.instagram_connexion
              (instagram_connexion_id, organisation_id, client_id, instagram_connexion_key, instagram_email_compte)
            values ('%1$s', '%2$s', gen_random_uuid(), '%1$s', 'a@example.org')
            """.formatted(id.value(), organisation.value()));
        change(id, assignments);
        return id;
    }

    private static void change(ConnexionId id, String assignments) {
        DATABASE.sql("update public.instagram_connexion set " + assignments + " where instagram_connexion_id = '"
                + id.value() + "'");
    }

    private static @Nullable String see(ConnexionId id, String expression) {
        try (var superuser = Psql.at(DATABASE.superuserUrl())) {
            return superuser.one("select " + expression
                    + " from public.instagram_connexion where instagram_connexion_id = '" + id.value() + "'");
        }
    }
}
