package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.LoginProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Instagram Login (product B) brings beside: one account, of a known type, used with the consent's own token. */
public interface InstagramProductContract extends InstagramLoginContract {

    @Override
    default LoginProduct product() {
        return LoginProduct.INSTAGRAM;
    }

    @ParameterizedTest
    @EnumSource(AccountType.class)
    default void tellsTheKindsOfAccountsApart(AccountType type) {
        var account = Fixtures.account(type);
        var consented = consented(consent(account, all(), all()));
        assertThat(consented.candidates()).containsExactly(new Candidate.Eligible(account, null));
        assertThat(consented.granted()).isEqualTo(all());
    }

    @Test
    default void provesWithTheConsentsOwnToken() {
        var account = Fixtures.account();
        var token = consented(consent(account, all(), all())).token();
        assertThat(prove(token, account)).isEqualTo(new Proof.Usable(account, token.token(), token.lease()));
    }

    @Test
    default void cannotHaveAConsentForgotten() {
        var account = Fixtures.account();
        var consented = consented(consent(account, all(), all()));
        assertThat(revoke(consented)).isEqualTo(new Revoking.NotOffered());
        assertThat(prove(consented.token(), account)).isInstanceOf(Proof.Usable.class);
    }

    @Test
    default void showsAPersonalAccountAsOneThatCannotBeConnected() {
        var account = Fixtures.account();
        var personal = new Account(account.id(), account.username(), null, null);
        var consented = consented(consent(personal, all(), all()));
        assertThat(consented.candidates()).containsExactly(Candidate.ineligible(personal, null, Obstacle.PERSONAL));
        assertThat(prove(consented.token(), personal)).isEqualTo(new Proof.Unusable(Obstacle.PERSONAL));
    }
}
