package dev.connexions.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import org.junit.jupiter.api.Test;

class ForgetKeysTest {

    private final Scene scene = Scene.create();

    @Test
    void forgetsOfEverybodyWhatIsADayOld() {
        var elsewhere = scene.elsewhere();
        for (var i = 0; i < 501; i++) {
            begin(scene);
            begin(elsewhere);
        }
        var clock = scene.application().clock();
        clock.advance(IdempotencyRecord.LIFETIME);
        assertThat(forget()).isZero();
        begin(scene);
        clock.set(Fixtures.NOW.plus(IdempotencyRecord.LIFETIME).plusNanos(1000));
        assertThat(forget()).isEqualTo(1002);
        assertThat(forget()).isZero();
    }

    private int forget() {
        return new ForgetKeys(
                        scene.store().transactions(),
                        scene.store().requests(),
                        scene.application().clock())
                .turn();
    }

    private static void begin(Scene scene) {
        var application = scene.application();
        new BeginRequest(
                        application.transactions(),
                        scene.store().requests(),
                        scene.store().audit(),
                        scene.store().quotas(),
                        application.clock())
                .handle(
                        scene.operator().under(RequestId.random()),
                        new BeginRequest.Command(
                                OneTimeSecret.random().digest(),
                                OneTimeSecret.random().digest()));
    }
}
