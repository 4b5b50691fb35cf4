package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link TokenVault} promises. */
public interface TokenVaultContract extends Platform {

    @Test
    default void opensWhatWasStored() {
        var member = member();
        var connexion = add(member).id();
        var tokens = List.of(
                Fixtures.token(), new AccessToken("!"), new AccessToken("~".repeat(4096)), new AccessToken("ctk1.x"));
        for (var token : tokens) {
            store(member, connexion, token);
            assertThat(open(member, connexion)).isEqualTo(new Opened.Token(token));
        }
    }

    @Test
    default void opensNothingWhereNothingWasStored() {
        var member = member();
        assertThat(open(member, add(member).id())).isEqualTo(new Opened.None());
        assertThat(open(member, ConnexionId.random())).isEqualTo(new Opened.None());
    }

    @Test
    default void keepsEachConnexionsOwn() {
        var member = member();
        var first = add(member).id();
        var second = add(member).id();
        var token = Fixtures.token();
        store(member, first, token);
        store(member, second, Fixtures.token());
        assertThat(open(member, first)).isEqualTo(new Opened.Token(token));
    }

    @Test
    default void opensWithinTheTransactionThatStored() {
        var member = member();
        var connexion = add(member).id();
        var token = Fixtures.token();
        run(member, tx -> {
            vault().store(tx, connexion, token);
            assertThat(vault().open(tx, connexion)).isEqualTo(new Opened.Token(token));
        });
    }

    @Test
    default void storesNothingWhenTheTransactionFails() {
        var member = member();
        var connexion = add(member).id();
        var token = Fixtures.token();
        store(member, connexion, token);
        assertThatThrownBy(() -> run(member, tx -> {
                    vault().store(tx, connexion, Fixtures.token());
                    throw new IllegalStateException("after the store");
                }))
                .hasMessage("after the store");
        assertThat(open(member, connexion)).isEqualTo(new Opened.Token(token));
    }

    @Test
    default void hidesAnotherOrganisationsToken() {
        var member = member();
        var connexion = add(member).id();
        var token = Fixtures.token();
        store(member, connexion, token);
        var elsewhere = organisationOf(member());
        for (var stranger : List.of(
                member(elsewhere),
                administrator(elsewhere),
                administrator(null),
                Fixtures.job(elsewhere),
                Fixtures.job())) {
            assertThat(open(stranger, connexion)).as("%s", stranger).isEqualTo(new Opened.None());
            assertThatThrownBy(() -> store(stranger, connexion, Fixtures.token()))
                    .as("%s", stranger)
                    .isInstanceOf(StaleException.class);
        }
        assertThat(open(member, connexion)).isEqualTo(new Opened.Token(token));
        assertThat(open(Fixtures.job(organisationOf(member)), connexion)).isEqualTo(new Opened.Token(token));
    }

    @Test
    default void refusesATokenForAConnexionThatIsGone() {
        var member = member();
        var connexion = add(member).id();
        run(member, tx -> connexions().remove(tx, connexion));
        assertThatThrownBy(() -> store(member, connexion, Fixtures.token())).isInstanceOf(StaleException.class);
        assertThat(open(member, connexion)).isEqualTo(new Opened.None());
    }

    private void store(Caller caller, ConnexionId connexion, AccessToken token) {
        run(caller, tx -> vault().store(tx, connexion, token));
    }
}
