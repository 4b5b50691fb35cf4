package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Scene;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.shared.AccessToken;
import org.junit.jupiter.api.Test;

class AdoptTokensTest {

    private final Scene scene = Scene.create();
    private final Scene elsewhere = scene.elsewhere();
    private final AdoptTokens adopt = scene.application().adoptTokens();

    @Test
    void sealsWhatThePlatformWroteInEveryOrganisation() {
        var here = scene.connexion().id();
        var there = elsewhere.connexion().id();
        scene.store().writeInClear(here, "EAAhere");
        scene.store().writeInClear(there, "EAAthere");
        assertThat(adopt.turn()).isEqualTo(new AdoptTokens.Result(2, false));
        assertThat(scene.token(here)).isEqualTo(new Opened.Token(new AccessToken("EAAhere")));
        assertThat(elsewhere.token(there)).isEqualTo(new Opened.Token(new AccessToken("EAAthere")));
        assertThat(adopt.turn()).isEqualTo(new AdoptTokens.Result(0, false));
    }

    @Test
    void goesOnWhereItStoppedAndPassesByWhatIsNoToken() {
        for (var i = 0; i < AdoptTokens.BATCH + 10; i++) {
            scene.store().writeInClear(scene.connexion().id(), "no token");
        }
        var good = scene.connexion().id();
        scene.store().writeInClear(good, "EAAgood");
        var first = adopt.turn();
        assertThat(first.more()).isTrue();
        var second = adopt.turn();
        assertThat(second.more()).isFalse();
        assertThat(first.sealed() + second.sealed()).isEqualTo(1);
        assertThat(adopt.turn().more()).isTrue();
    }

    @Test
    void startsAnewWhereAnotherWasStopped() {
        for (var i = 0; i < AdoptTokens.BATCH + 1; i++) {
            scene.store().writeInClear(scene.connexion().id(), "EAA" + i);
        }
        assertThat(adopt.turn()).isEqualTo(new AdoptTokens.Result(AdoptTokens.BATCH, true));
        assertThat(scene.application().adoptTokens().turn()).isEqualTo(new AdoptTokens.Result(1, false));
    }
}
