package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link InstagramLogin} promises, as far as Instagram Login (product B) goes. */
public interface InstagramLoginContract {

    Scopes ALL = Fixtures.allScopes();

    InstagramLogin login();

    /**
     * The account's owner is sent to the consent page of {@link #login()}, ticks some of what is asked for, and comes back
     * with this code. The account is new to Meta; one without a type is personal.
     */
    Code consent(Account who, Scopes requested, Scopes ticked);

    /** From now on Meta answers nothing that makes sense. */
    void breakUpstream();

    @Test
    default void offersInstagramLogin() {
        assertThat(login().products()).contains(LoginProduct.INSTAGRAM);
    }

    @Test
    default void sendsTheStateToTheConsentPage() {
        var state = OneTimeSecret.random();
        var page = login().consentPage(LoginProduct.INSTAGRAM, ALL, state);
        assertThat(page.isAbsolute()).isTrue();
        assertThat(page.getQuery()).contains("state=" + state.reveal());
        assertThat(page.getQuery()).contains(ALL.names());
    }

    @Test
    default void asksForNoMoreThanItIsTold() {
        var page = login().consentPage(LoginProduct.INSTAGRAM, profileOnly(), OneTimeSecret.random());
        assertThat(page.getQuery()).contains("instagram_business_basic").doesNotContain("content_publish");
    }

    @ParameterizedTest
    @EnumSource(AccountType.class)
    default void turnsAGoodCodeIntoALongLivedToken(AccountType type) {
        var account = Fixtures.account(type);
        var consented = consented(consent(account, ALL, ALL));
        assertThat(consented.candidates()).containsExactly(new Candidate.Eligible(account, null));
        assertThat(consented.granted()).isEqualTo(ALL);
        assertThat(consented.metaUserId()).isNotBlank();
        assertThat(consented.token().token().reveal()).isNotBlank();
        var issued = Objects.requireNonNull(consented.token().lease().issuedAt());
        assertThat(consented.token().lease().expiresAt()).isAfter(issued);
    }

    @Test
    default void provesThatTheAccountCanBeUsedWithTheConsentsOwnToken() {
        var account = Fixtures.account();
        var token = consented(consent(account, ALL, ALL)).token();
        var usable = new Proof.Usable(account, token.token(), token.lease());
        assertThat(prove(token, account)).isEqualTo(usable);
        assertThat(prove(token, account)).isEqualTo(usable);
    }

    @Test
    default void provesNothingWithATokenThatMetaDoesNotKnow() {
        var unknown = new ConsentToken(Fixtures.token(), Fixtures.lease());
        assertThat(prove(unknown, Fixtures.account())).isInstanceOf(Proof.ConsentRefused.class);
    }

    @Test
    default void saysWhatWasGrantedNotWhatWasAsked() {
        var ticked = Scopes.of(Set.of("instagram_business_basic", "instagram_business_manage_insights"));
        assertThat(consented(consent(Fixtures.account(), ALL, ticked)).granted())
                .isEqualTo(ticked);
    }

    @Test
    default void recognisesThePersonWhoConsentsAgain() {
        var account = Fixtures.account();
        var first = consented(consent(account, ALL, profileOnly()));
        var again = consented(consent(account, ALL, ALL));
        assertThat(again.metaUserId()).isEqualTo(first.metaUserId());
        assertThat(again.token()).isNotEqualTo(first.token());
    }

    @Test
    default void refusesACodeTheSecondTime() {
        var code = consent(Fixtures.account(), ALL, ALL);
        consented(code);
        assertThat(exchange(code)).isEqualTo(new Exchange.CodeRejected());
    }

    @Test
    default void refusesACodeThatNobodyGaveOut() {
        assertThat(exchange(new Code("AQDneverissued"))).isEqualTo(new Exchange.CodeRejected());
    }

    @Test
    default void showsAPersonalAccountAsOneThatCannotBeConnected() {
        var account = Fixtures.account();
        var personal = new Account(account.id(), account.username(), null, null);
        var consented = consented(consent(personal, ALL, ALL));
        assertThat(consented.candidates()).containsExactly(Candidate.ineligible(personal, null, Obstacle.PERSONAL));
        assertThat(prove(consented.token(), personal)).isEqualTo(new Proof.Unusable(Obstacle.PERSONAL));
    }

    @Test
    default void refusesAConsentThatHidesTheProfile() {
        var ticked = Scopes.of(Set.of("instagram_business_content_publish"));
        var code = consent(Fixtures.account(), ALL, ticked);
        assertThat(exchange(code)).isEqualTo(new Exchange.PermissionMissing());
        assertThat(exchange(code)).isEqualTo(new Exchange.CodeRejected());
    }

    @Test
    default void saysThatMetaIsUnavailable() {
        var account = Fixtures.account();
        var token = consented(consent(account, ALL, ALL)).token();
        var code = consent(account, ALL, ALL);
        breakUpstream();
        assertThat(exchange(code)).isInstanceOf(Exchange.Unavailable.class);
        assertThat(prove(token, account)).isInstanceOf(Proof.Unavailable.class);
    }

    private Exchange exchange(Code code) {
        return login().exchange(LoginProduct.INSTAGRAM, code);
    }

    private Exchange.Consented consented(Code code) {
        var exchange = exchange(code);
        assertThat(exchange).isInstanceOf(Exchange.Consented.class);
        return (Exchange.Consented) exchange;
    }

    private Proof prove(ConsentToken consent, Account account) {
        return login().prove(LoginProduct.INSTAGRAM, consent, account);
    }

    private static Scopes profileOnly() {
        return Scopes.of(Set.of("instagram_business_basic"));
    }
}
