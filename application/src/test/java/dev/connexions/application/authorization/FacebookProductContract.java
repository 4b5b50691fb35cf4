package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import org.junit.jupiter.api.Test;

/** What Facebook Login (product A) brings beside: accounts behind Pages, used with the Page's token, which has no end. */
public interface FacebookProductContract extends InstagramLoginContract {

    @Override
    default LoginProduct product() {
        return LoginProduct.FACEBOOK;
    }

    @Test
    default void namesThePageThatLeadsToTheAccount() {
        var found = InstagramLoginContract.eligible(consented(consent(somebody(), all(), all())));
        assertThat(found.page()).isNotBlank();
        assertThat(found.account().pageId()).isNotBlank();
    }

    @Test
    default void provesWithATokenOfThePageThatDoesNotEnd() {
        var consented = consented(consent(somebody(), all(), all()));
        var account = InstagramLoginContract.eligible(consented).account();
        assertThat(prove(consented.token(), account)).isInstanceOfSatisfying(Proof.Usable.class, usable -> {
            assertThat(usable.token()).isNotEqualTo(consented.token().token());
            assertThat(usable.lease().expiresAt()).isNull();
            assertThat(usable.account().pageId()).isEqualTo(account.pageId());
        });
    }

    @Test
    default void provesNothingOfAnAccountThatTheConsentDoesNotShow() {
        var consented = consented(consent(somebody(), all(), all()));
        assertThat(prove(consented.token(), somebody())).isEqualTo(new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED));
    }

    @Test
    default void hasAConsentForgottenWholeAsOftenAsItIsAsked() {
        var account = somebody();
        var consented = consented(consent(account, all(), all()));
        var found = InstagramLoginContract.eligible(consented).account();
        assertThat(revoke(consented)).isEqualTo(new Revoking.Revoked());
        assertThat(prove(consented.token(), found)).isInstanceOf(Proof.ConsentRefused.class);
        assertThat(revoke(consented)).isEqualTo(new Revoking.Revoked());
        var again = consented(consent(account, all(), all()));
        assertThat(prove(again.token(), found)).isInstanceOf(Proof.Usable.class);
    }

    @Test
    default void saysThatMetaForgotNothingWhileItIsUnavailable() {
        var consented = consented(consent(somebody(), all(), all()));
        breakUpstream();
        assertThat(revoke(consented)).isInstanceOf(Revoking.Unavailable.class);
    }

    /** Facebook Login shows the Page only: a personal account has no API to be seen through. */
    @Test
    default void showsThePageOfAPersonalAccountAsOneWithoutAnAccount() {
        var account = Fixtures.account();
        var personal = new Account(account.id(), account.username(), null, null);
        assertThat(consented(consent(personal, all(), all())).candidates())
                .singleElement()
                .isInstanceOfSatisfying(Candidate.Ineligible.class, page -> {
                    assertThat(page.obstacle()).isEqualTo(Obstacle.NOT_LINKED);
                    assertThat(page.account()).isNull();
                    assertThat(page.pageId()).isNotBlank();
                });
    }
}
