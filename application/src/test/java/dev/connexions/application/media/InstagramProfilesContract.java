package dev.connexions.application.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.media.InstagramProfiles.Look;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPortContract;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramProfiles} promises of an account with followers. */
public interface InstagramProfilesContract extends MetaPortContract {

    InstagramProfiles profiles();

    @Test
    default void saysWhoseTokenItIs() {
        assertThat(profiles().profile(access())).isInstanceOfSatisfying(Look.Seen.class, seen -> {
            assertThat(seen.profile().account().id()).isEqualTo(access().account());
            assertThat(seen.profile().account().username()).isNotBlank();
            assertThat(seen.profile().followers()).isPositive();
        });
    }

    @Test
    default void saysThatTheTokenIsRefused() {
        revoke();
        assertThat(profiles().profile(access()))
                .isInstanceOfSatisfying(
                        Look.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
    }

    @Test
    default void concludesNothingFromAnOutage() {
        breakUpstream();
        assertThat(profiles().profile(access()))
                .isInstanceOfSatisfying(
                        Look.Failed.class, failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.Outage.class));
    }
}
