package dev.connexions.db.connexion;

import static dev.connexions.db.connexion.PlatformRows.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
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
import java.util.List;
import java.util.Set;
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
