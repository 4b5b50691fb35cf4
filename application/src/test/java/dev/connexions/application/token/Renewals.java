package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.FakeTokens;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalPolicy;
import java.time.Duration;

/** A scene with connexions whose tokens come of age. */
record Renewals(Scene scene) {

    static final Duration HALF = Duration.ofDays(30);

    static Renewals create() {
        return new Renewals(Scene.create());
    }

    Renewals elsewhere() {
        return new Renewals(scene.elsewhere());
    }

    /** Connected at this moment. */
    Connexion connected() {
        var connexion = scene.connexion();
        var now = application().clock().instant();
        var link = Fixtures.link();
        var lease = new dev.connexions.domain.token.TokenLease(now, now.plus(Fixtures.TOKEN_LIFETIME));
        var active = Fixtures.with(connexion, new State.Active(link.renewed(lease)));
        return scene.store().transactions().in(scene.operator(), tx -> {
            scene.store().vault().store(tx, connexion.id(), Fixtures.token());
            return scene.store().connexions().save(tx, active.planned(RenewalPolicy.DEFAULT, now));
        });
    }

    InMemoryApplication application() {
        return scene.application();
    }

    FakeTokens meta() {
        return application().tokens();
    }

    void pass(Duration time) {
        application().clock().advance(time);
    }

    Connexion find(ConnexionId id) {
        return scene.find(id).orElseThrow();
    }

    Link link(ConnexionId id) {
        return find(id).state().linked().orElseThrow();
    }

    AccessToken token(ConnexionId id) {
        var opened = scene.token(id);
        assertThat(opened).isInstanceOf(TokenVault.Opened.Token.class);
        return ((TokenVault.Opened.Token) opened).token();
    }

    void erase(ConnexionId id) {
        scene.store().transactions().<Boolean>in(scene.operator(), tx -> {
            scene.store().connexions().remove(tx, id);
            return true;
        });
    }

    /** As the platform does it: the token alone. */
    AccessToken overwrite(ConnexionId id) {
        var token = Fixtures.token();
        scene.store().transactions().<Boolean>in(scene.operator(), tx -> {
            scene.store().vault().store(tx, id, token);
            return true;
        });
        return token;
    }
}
