package dev.connexions.meta.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.media.InstagramProfiles.Look;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.meta.testing.RawAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphProfilesTroubleTest {

    private static final String ME = "/v26.0/me";

    private final RawAccount meta = new RawAccount();
    private final GraphProfiles profiles = new GraphProfiles(meta.client(), RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"data\":[%s]}"})
    void readsBothShapesOfInstagramLogin(String shape) {
        meta.on(
                ME,
                shape.formatted("{\"id\":\"28978000000000009\",\"user_id\":17841400000000001,"
                        + "\"username\":\"bakery.north\",\"account_type\":\"Media_Creator\",\"followers_count\":0}"));
        assertThat(profiles.profile(RawAccount.INSTAGRAM)).isInstanceOfSatisfying(Look.Seen.class, seen -> {
            var profile = seen.profile();
            assertThat(profile.account().id()).isEqualTo(RawAccount.INSTAGRAM.account());
            assertThat(profile.account().type()).isEqualTo(AccountType.MEDIA_CREATOR);
            assertThat(profile.followers()).isZero();
            assertThat(profile.media()).isNull();
            assertThat(profile.website()).isNull();
        });
    }

    @Test
    void asksFacebookLoginForNoFieldThatItLacks() {
        meta.on(
                RawAccount.NODE,
                "{\"id\":\"17841400000000001\",\"username\":\"bakery.north\",\"media_count\":64,"
                        + "\"profile_picture_url\":\"https://cdn.example/p?x=1\"}");
        assertThat(profiles.profile(RawAccount.FACEBOOK)).isInstanceOfSatisfying(Look.Seen.class, seen -> {
            assertThat(seen.profile().account().type()).isNull();
            assertThat(seen.profile().account().pageId()).isEqualTo(RawAccount.PAGE);
            assertThat(seen.profile().media()).isEqualTo(64);
        });
        assertThat(meta.onlyAsked().get("fields"))
                .doesNotContain("account_type")
                .doesNotContain("user_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":[]}", "{\"id\":\"1\",\"user_id\":\"x\"}", "<html>"})
    void trustsNoProfileThatIsNone(String body) {
        meta.on(ME, body);
        assertThat(profiles.profile(RawAccount.INSTAGRAM)).isEqualTo(new Look.Failed(new Outage(Outage.Kind.INVALID)));
    }
}
