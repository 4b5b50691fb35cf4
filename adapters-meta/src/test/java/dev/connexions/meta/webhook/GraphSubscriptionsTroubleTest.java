package dev.connexions.meta.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.webhook.InstagramSubscriptions.Change;
import dev.connexions.application.webhook.InstagramSubscriptions.Current;
import dev.connexions.application.webhook.WebhookField;
import dev.connexions.meta.testing.RawAccount;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSubscriptionsTroubleTest {

    private static final String OF_ACCOUNT = RawAccount.NODE + "/subscribed_apps";
    private static final String OF_PAGE = "/v26.0/" + RawAccount.PAGE + "/subscribed_apps";

    private final RawAccount meta = new RawAccount();
    private final GraphSubscriptions subscriptions =
            new GraphSubscriptions(meta.client(), meta.settings(), RawAccount.LIMIT);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void namesTheFieldsToAnAccount() {
        meta.on(OF_ACCOUNT, "{\"success\":true}");
        assertThat(subscriptions.subscribe(
                        RawAccount.INSTAGRAM, Set.of(WebhookField.LIVE_COMMENTS, WebhookField.COMMENTS)))
                .isEqualTo(new Change.Done());
        assertThat(meta.onlyAsked().get("subscribed_fields")).isEqualTo("comments,live_comments");
    }

    @Test
    void namesNoneOfInstagramsFieldsToAPage() {
        meta.on(OF_PAGE, "{\"success\":true}");
        assertThat(subscriptions.subscribe(RawAccount.FACEBOOK, Set.of(WebhookField.STORY_INSIGHTS)))
                .isEqualTo(new Change.Done());
        assertThat(meta.onlyAsked().get("subscribed_fields")).isEqualTo("feed");
    }

    @Test
    void findsOurAppAmongThoseOfAPage() {
        meta.on(
                OF_PAGE,
                "{\"data\":[{\"id\":\"111\",\"name\":\"Other\",\"subscribed_fields\":[\"messages\"]},"
                        + "{\"id\":\"5930020394\",\"subscribed_fields\":[\"feed\"]}]}");
        assertThat(subscriptions.current(RawAccount.FACEBOOK)).isEqualTo(new Current.Subscribed(Set.of("feed")));
    }

    @Test
    void takesAnotherAppForNone() {
        meta.on(OF_ACCOUNT, "{\"data\":[{\"app_id\":\"111\",\"subscribed_fields\":[\"comments\"]}]}");
        assertThat(subscriptions.current(RawAccount.INSTAGRAM)).isEqualTo(new Current.NotSubscribed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":[{}]}", "{\"data\":[{\"app_id\":\"4820019283\",\"subscribed_fields\":[1]}]}"})
    void trustsNoListThatIsNone(String body) {
        meta.on(OF_ACCOUNT, body);
        assertThat(subscriptions.current(RawAccount.INSTAGRAM))
                .isEqualTo(new Current.Failed(new Outage(Outage.Kind.INVALID)));
    }

    @Test
    void passesOnWhatAPageRefuses() {
        meta.on(OF_PAGE, 400, RawAccount.error(100));
        assertThat(subscriptions.subscribe(RawAccount.FACEBOOK, Set.of(WebhookField.COMMENTS)))
                .isEqualTo(new Change.Failed(
                        new MetaFailure.Rejected("parameter_invalid", new MetaFailure.Evidence(100, null))));
    }
}
