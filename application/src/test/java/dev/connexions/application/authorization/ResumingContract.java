package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.CompleteAuthorization.Answer;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.FakeInstagram;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is killed once a consent's token is kept costs one call more and no second consent, on every store. */
public interface ResumingContract extends Platform {

    @Test
    default void goesOnWithTheTokenThatWasKeptAndAsksOnceMore() {
        var clock = new SettableTime(Fixtures.NOW);
        var meta = new FakeInstagram(new InMemoryStore(clock), clock);
        var member = member();
        var connexion = add(member).id();
        var opened = (OpenAuthorizationSession.Result.Opened) new OpenAuthorizationSession(
                        transactions(), connexions(), sessions(), audit(), meta, new ReturnUrls(List.of()), clock)
                .handle(member, new OpenAuthorizationSession.Command(connexion, LoginProduct.INSTAGRAM, null, null));
        var account = Fixtures.account();
        meta.whileProving(proved -> {
            throw new IllegalStateException("the process was killed");
        });
        assertThatThrownBy(() -> consent(meta, clock, opened, meta.consent(account, Fixtures.allScopes())))
                .hasMessage("the process was killed");
        assertThat(find(member, opened.session().id()).orElseThrow().progress()).isInstanceOf(Progress.Proving.class);
        assertThat(stateOf(member, connexion)).isEqualTo(new State.Pending());
        assertThat(open(member, connexion)).isEqualTo(new TokenVault.Opened.None());

        meta.whileProving(proved -> {});
        clock.advance(Duration.ofMinutes(1));
        resume(meta, clock);
        assertThat(stateOf(member, connexion)).isInstanceOf(State.Active.class);
        assertThat(open(member, connexion)).isInstanceOf(TokenVault.Opened.Token.class);
        assertThat(meta.exchanged()).hasSize(1);
        assertThat(meta.proved())
                .filteredOn(proved -> proved.account().equals(account))
                .hasSize(2);
    }

    private void consent(
            FakeInstagram meta, SettableTime clock, OpenAuthorizationSession.Result.Opened opened, Code code) {
        var sent =
                (BeginConsent.Result.SentToMeta) new BeginConsent(transactions(), sessions(), connexions(), meta, clock)
                        .handle(new BeginConsent.Command(opened.link(), true, RequestId.random()));
        new CompleteAuthorization(transactions(), sessions(), connecting(meta, clock), meta, clock)
                .handle(new CompleteAuthorization.Command(
                        meta.asked().getLast().state(),
                        sent.browser(),
                        new Answer.Consented(code),
                        RequestId.random()));
    }

    /** Of whatever other tests left behind as well. */
    private void resume(FakeInstagram meta, SettableTime clock) {
        var resume = new ResumeAuthorizations(transactions(), sessions(), connecting(meta, clock), clock);
        while (resume.turn() > 0) {
            Thread.onSpinWait();
        }
    }

    private Connecting connecting(FakeInstagram meta, SettableTime clock) {
        var links = new Links(connexions(), grants(), consents(), siblings(), vault(), audit(), RenewalPolicy.DEFAULT);
        return new Connecting(
                transactions(), sessions(), connexions(), consents(), links, revocations(), audit(), meta, clock);
    }

    private State stateOf(Caller caller, ConnexionId id) {
        return find(caller, id).orElseThrow().state();
    }
}
