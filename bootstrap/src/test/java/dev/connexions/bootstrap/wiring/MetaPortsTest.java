package dev.connexions.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.media.InstagramMedia.Lookup;
import dev.connexions.application.media.InstagramProfiles.Look;
import dev.connexions.application.publication.InstagramPublishing.Allowance;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.webhook.InstagramSubscriptions.Current;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MetaPortsTest {

    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T10:00:00Z");
    private static final MetaAccess ACCESS =
            MetaAccess.instagram(new AccountId("17841400000000001"), new AccessToken("IGAAx"));

    @Test
    void offerNothingThatIsNotConfigured() {
        var settings = new MetaSettings("v26.0", URI.create("https://app.example/cb"), null, null);
        try (var client = new GraphClient(settings, CLOCK)) {
            var ports = MetaPorts.over(client, settings, CLOCK);
            var unreachable = new Outage(Outage.Kind.UNREACHABLE);
            assertThat(ports.login().products()).isEmpty();
            assertThat(ports.profiles().profile(ACCESS)).isEqualTo(new Look.Failed(unreachable));
            assertThat(ports.media().read(ACCESS, new MediaId("1"))).isEqualTo(new Lookup.Failed(unreachable));
            assertThat(ports.publishing().allowance(ACCESS)).isEqualTo(new Allowance.Failed(unreachable));
            assertThat(ports.subscriptions().current(ACCESS)).isEqualTo(new Current.Failed(unreachable));
            assertThat(ports.insights().ofAccounts(LoginProduct.INSTAGRAM)).isNotEmpty();
        }
    }
}
