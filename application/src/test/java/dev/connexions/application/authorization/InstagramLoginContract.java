package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramLogin} promises, whichever login product it goes through. */
public interface InstagramLoginContract {

    LoginProduct product();

    InstagramLogin login();

    /**
     * The account's owner is sent to the consent page of {@link #login()}, ticks some of what is asked for, and comes back
     * with this code. The account is new to Meta; one without a type is personal.
     */
    Code consent(Account who, Scopes requested, Scopes ticked);

    /** From now on Meta answers nothing that makes sense. */
    void breakUpstream();

    /** Some account that can be connected. */
    default Account somebody() {
        return Fixtures.account();
    }

    @Test
    default void offersTheProduct() {
        assertThat(login().products()).contains(product());
    }

    @Test
    default void sendsTheStateToTheConsentPage() {
        var state = OneTimeSecret.random();
        var page = login().consentPage(product(), all(), state);
        assertThat(page.isAbsolute()).isTrue();
        assertThat(page.getQuery()).contains("state=" + state.reveal());
        assertThat(page.getQuery()).contains(all().names());
    }

    @Test
    default void asksForNoMoreThanItIsTold() {
        var page = login().consentPage(product(), profileOnly(), OneTimeSecret.random());
        assertThat(page.getQuery())
                .contains(ScopeCatalogue.profile(product()))
                .doesNotContain(ScopeCatalogue.opens(product(), Capability.PUBLISH));
    }

    @Test
    default void turnsAGoodCodeIntoALongLivedToken() {
        var account = somebody();
        var consented = consented(consent(account, all(), all()));
        assertThat(consented.candidates()).singleElement().isInstanceOfSatisfying(Candidate.Eligible.class, found -> {
            assertThat(found.account().id()).isEqualTo(account.id());
            assertThat(found.account().username()).isEqualTo(account.username());
        });
        assertThat(consented.granted().names()).containsAll(all().names());
        assertThat(consented.metaUserId()).isNotBlank();
        assertThat(consented.token().token().reveal()).isNotBlank();
        var issued = Objects.requireNonNull(consented.token().lease().issuedAt());
        assertThat(consented.token().lease().expiresAt()).isAfter(issued);
    }

    @Test
    default void provesThatTheAccountCanBeUsedAsOftenAsItIsAsked() {
        var consented = consented(consent(somebody(), all(), all()));
        var account = eligible(consented).account();
        var first = prove(consented.token(), account);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Proof.Usable.class,
                        usable -> assertThat(usable.account()).isEqualTo(account));
        assertThat(prove(consented.token(), account)).isInstanceOf(Proof.Usable.class);
    }

    @Test
    default void provesNothingWithATokenThatMetaDoesNotKnow() {
        var unknown = new ConsentToken(Fixtures.token(), Fixtures.lease());
        assertThat(prove(unknown, somebody())).isInstanceOf(Proof.ConsentRefused.class);
    }

    @Test
    default void saysWhatWasGrantedNotWhatWasAsked() {
        var insights = ScopeCatalogue.opens(product(), Capability.INSIGHTS);
        var ticked = Scopes.of(Set.of(ScopeCatalogue.profile(product()), insights));
        assertThat(consented(consent(somebody(), all(), ticked)).granted().names())
                .containsAll(ticked.names())
                .doesNotContain(
                        ScopeCatalogue.opens(product(), Capability.PUBLISH),
                        ScopeCatalogue.opens(product(), Capability.COMMENTS));
    }

    @Test
    default void recognisesThePersonWhoConsentsAgain() {
        var account = somebody();
        var first = consented(consent(account, all(), profileOnly()));
        var again = consented(consent(account, all(), all()));
        assertThat(again.metaUserId()).isEqualTo(first.metaUserId());
        assertThat(again.granted().names()).containsAll(all().names());
        assertThat(again.token()).isNotEqualTo(first.token());
    }

    @Test
    default void refusesACodeTheSecondTime() {
        var code = consent(somebody(), all(), all());
        consented(code);
        assertThat(exchange(code)).isEqualTo(new Exchange.CodeRejected());
    }

    @Test
    default void refusesACodeThatNobodyGaveOut() {
        assertThat(exchange(new Code("AQDneverissued"))).isEqualTo(new Exchange.CodeRejected());
    }

    @Test
    default void refusesAConsentThatHidesTheProfile() {
        var ticked = Scopes.of(Set.of(ScopeCatalogue.opens(product(), Capability.PUBLISH)));
        var code = consent(somebody(), all(), ticked);
        assertThat(exchange(code)).isEqualTo(new Exchange.PermissionMissing());
        assertThat(exchange(code)).isEqualTo(new Exchange.CodeRejected());
    }

    @Test
    default void saysThatMetaIsUnavailable() {
        var account = somebody();
        var token = consented(consent(account, all(), all())).token();
        var code = consent(account, all(), all());
        breakUpstream();
        assertThat(exchange(code)).isInstanceOf(Exchange.Unavailable.class);
        assertThat(prove(token, account)).isInstanceOf(Proof.Unavailable.class);
    }

    default Scopes all() {
        return ScopeCatalogue.all(product());
    }

    default Scopes profileOnly() {
        return Scopes.of(Set.of(ScopeCatalogue.profile(product())));
    }

    default Exchange exchange(Code code) {
        return login().exchange(product(), code);
    }

    default Exchange.Consented consented(Code code) {
        var exchange = exchange(code);
        assertThat(exchange).isInstanceOf(Exchange.Consented.class);
        return (Exchange.Consented) exchange;
    }

    default Proof prove(ConsentToken consent, Account account) {
        return login().prove(product(), consent, account);
    }

    default Revoking revoke(Exchange.Consented consented) {
        return login().revoke(product(), consented.metaUserId());
    }

    static Candidate.Eligible eligible(Exchange.Consented consented) {
        assertThat(consented.candidates()).singleElement().isInstanceOf(Candidate.Eligible.class);
        return (Candidate.Eligible) consented.candidates().getFirst();
    }
}
