package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.RefreshToken.Result;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.Refreshing.Attempt;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefreshTokenTest {

    private final Renewals renewals = Renewals.create();
    private final RefreshToken refresh = renewals.application().refreshToken();

    @Test
    void renewsFromADayOnAndNotBefore() {
        var connexion = renewals.connected();
        var old = renewals.token(connexion.id());
        renewals.pass(Duration.ofHours(24).minusNanos(1000));
        var now = renewals.application().clock().instant();
        assertThat(refresh(connexion)).isEqualTo(new Result.TooEarly(now.plusNanos(1000), now));
        assertThat(renewals.meta().asked()).isEmpty();
        renewals.pass(Duration.ofNanos(1000));
        var renewed = refresh(connexion);
        assertThat(renewed).isEqualTo(new Result.Renewed(renewals.find(connexion.id())));
        assertThat(renewals.meta().asked()).containsExactly(old);
        assertThat(renewals.token(connexion.id())).isNotEqualTo(old);
        var entry = renewals.scene().audit().getFirst().entry();
        assertThat(entry.action()).isEqualTo(Action.CONNEXION_RENEWED);
        assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.USER);
    }

    @ParameterizedTest
    @EnumSource(RenewalFailure.class)
    void makesNoStateWorseAndMovesNoPlan(RenewalFailure why) {
        var connexion = renewals.connected();
        var old = renewals.token(connexion.id());
        renewals.pass(Duration.ofDays(2));
        renewals.meta().fails(why);
        var now = renewals.application().clock().instant();
        assertThat(refresh(connexion)).isEqualTo(new Result.Failed(why, null, now));
        var after = renewals.find(connexion.id());
        assertThat(after.state()).isEqualTo(connexion.state());
        assertThat(after.refreshing())
                .isEqualTo(new Refreshing(connexion.refreshing().nextAt(), 0, new Attempt(now, why)));
        assertThat(renewals.token(connexion.id())).isEqualTo(old);
        assertThat(renewals.scene().actions()).containsExactly(Action.CONNEXION_RENEWAL_FAILED);
        renewals.meta().works();
        assertThat(refresh(connexion)).isInstanceOf(Result.Renewed.class);
    }

    @Test
    void findsNothingOfAnotherOrganisation() {
        var connexion = renewals.connected();
        renewals.pass(Duration.ofDays(2));
        var stranger = renewals.elsewhere().scene().operator();
        assertThat(refresh.handle(stranger, connexion.id())).isEqualTo(new Result.NotFound());
        assertThat(refresh.handle(stranger, ConnexionId.random())).isEqualTo(new Result.NotFound());
        assertThat(renewals.meta().asked()).isEmpty();
    }

    @Test
    void callsMetaOnceThoughTwoAskAtATime() {
        var connexion = renewals.connected();
        renewals.pass(Duration.ofDays(2));
        var second = new ArrayList<Result>();
        renewals.meta().meanwhile(token -> second.add(refresh(connexion)));
        assertThat(refresh(connexion)).isInstanceOf(Result.Renewed.class);
        assertThat(second).containsExactly(new Result.InProgress());
        assertThat(renewals.meta().asked()).hasSize(1);
    }

    @Test
    void callsMetaOnceThoughTheServiceRenewsItAtThatMoment() {
        var connexion = renewals.connected();
        renewals.pass(Renewals.HALF);
        var turns = new ArrayList<Integer>();
        renewals.meta()
                .meanwhile(token ->
                        turns.add(renewals.application().renewDueTokens().turn()));
        assertThat(refresh(connexion)).isInstanceOf(Result.Renewed.class);
        assertThat(turns).containsExactly(0);
    }

    @Test
    void dropsAnAnswerThatWasOvertaken() {
        var connexion = renewals.connected();
        renewals.pass(Duration.ofDays(2));
        renewals.meta().meanwhile(token -> renewals.overwrite(connexion.id()));
        assertThat(refresh(connexion)).isEqualTo(new Result.Overtaken());
        renewals.meta().meanwhile(token -> renewals.erase(connexion.id()));
        assertThat(refresh(connexion)).isEqualTo(new Result.NotFound());
        assertThat(renewals.scene().actions()).isEmpty();
    }

    @Test
    void needsAConnexionWhoseTokenWorks() {
        var connexion = renewals.connected();
        assertThat(refresh.handle(
                        renewals.scene().operator(),
                        renewals.scene().connexion().id()))
                .isEqualTo(new Result.ReconnectRequired("pending"));
        renewals.pass(Duration.ofDays(60));
        assertThat(refresh(connexion)).isEqualTo(new Result.ReconnectRequired("token_expired"));
        var revoked = renewals.scene().connexion(new State.Revoked(Fixtures.link(), Cause.of("app_removed")));
        assertThat(refresh(revoked)).isEqualTo(new Result.ReconnectRequired("app_removed"));
        assertThat(renewals.meta().asked()).isEmpty();
    }

    @Test
    void needsATokenThatOpens() {
        var lost = renewals.connected();
        var spoilt = renewals.connected();
        renewals.pass(Duration.ofDays(2));
        renewals.scene().store().loseToken(lost.id());
        renewals.scene().store().spoilToken(spoilt.id());
        assertThat(refresh(lost)).isEqualTo(new Result.ReconnectRequired("token_missing"));
        assertThat(refresh(spoilt)).isEqualTo(new Result.ReconnectRequired("token_unreadable"));
    }

    @Test
    void renewsNoTokenWithoutAnEnd() {
        var link = Fixtures.link();
        var endless = renewals.scene().connexion(new State.Active(link.renewed(new TokenLease(Fixtures.NOW, null))));
        assertThat(refresh(endless)).isEqualTo(new Result.NotNeeded(endless));
        assertThat(renewals.meta().asked()).isEmpty();
    }

    @Test
    void renewsARowThatThePlatformWrote() {
        var active = renewals.connected();
        var lease = new TokenLease(null, Fixtures.NOW.plus(Duration.ofDays(9)));
        var row = Fixtures.foreign(Fixtures.with(
                active, new State.Active(renewals.link(active.id()).renewed(lease))));
        renewals.scene().store().plant(row);
        assertThat(refresh(row)).isInstanceOf(Result.Renewed.class);
        assertThat(renewals.find(row.id()).version()).isPositive();
    }

    private Result refresh(Connexion connexion) {
        return refresh.handle(renewals.scene().operator(), connexion.id());
    }
}
