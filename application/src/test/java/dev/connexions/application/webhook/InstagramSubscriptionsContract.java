package dev.connexions.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaPortContract;
import dev.connexions.application.webhook.InstagramSubscriptions.Change;
import dev.connexions.application.webhook.InstagramSubscriptions.Current;
import dev.connexions.domain.connexion.LoginProduct;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link InstagramSubscriptions} promises of an account that subscribed to nothing. */
public interface InstagramSubscriptionsContract extends MetaPortContract {

    InstagramSubscriptions subscriptions();

    @Test
    default void subscribesAndSaysSo() {
        assertThat(subscriptions().current(access())).isEqualTo(new Current.NotSubscribed());
        assertThat(subscriptions().subscribe(access(), Set.of(WebhookField.COMMENTS)))
                .isEqualTo(new Change.Done());
        assertThat(subscriptions().current(access())).isInstanceOf(Current.Subscribed.class);
    }

    @Test
    default void replacesWhatWasThere() {
        subscriptions().subscribe(access(), Set.of(WebhookField.COMMENTS));
        subscriptions().subscribe(access(), Set.of(WebhookField.LIVE_COMMENTS));
        var names = access().product() == LoginProduct.INSTAGRAM ? Set.of("live_comments") : Set.of("feed");
        assertThat(subscriptions().current(access())).isEqualTo(new Current.Subscribed(names));
    }

    @Test
    default void keepsToWhatTheProductHas() {
        switch (access().product()) {
            case INSTAGRAM -> offersNoFieldsOfTheOther();
            case FACEBOOK -> needsThePage();
        }
    }

    private void offersNoFieldsOfTheOther() {
        assertThat(subscriptions().subscribe(access(), Set.of(WebhookField.COMMENTS, WebhookField.STORY_INSIGHTS)))
                .isEqualTo(new Change.NotOffered(Set.of(WebhookField.STORY_INSIGHTS)));
        assertThat(subscriptions().current(access())).isEqualTo(new Current.NotSubscribed());
    }

    private void needsThePage() {
        var pageless = MetaAccess.facebook(access().account(), null, access().token(), null);
        assertThat(subscriptions().subscribe(pageless, Set.of(WebhookField.COMMENTS)))
                .isEqualTo(new Change.NoPage());
        assertThat(subscriptions().unsubscribe(pageless)).isEqualTo(new Change.NoPage());
        assertThat(subscriptions().current(pageless)).isEqualTo(new Current.NoPage());
    }

    @Test
    default void unsubscribesAsOftenAsItIsAsked() {
        subscriptions().subscribe(access(), Set.of(WebhookField.COMMENTS));
        assertThat(subscriptions().unsubscribe(access())).isEqualTo(new Change.Done());
        assertThat(subscriptions().current(access())).isEqualTo(new Current.NotSubscribed());
        assertThat(subscriptions().unsubscribe(access())).isEqualTo(new Change.Done());
    }

    @Test
    default void takesNoFieldForNone() {
        subscriptions().subscribe(access(), Set.of(WebhookField.COMMENTS));
        assertThat(subscriptions().subscribe(access(), Set.of())).isEqualTo(new Change.Done());
        assertThat(subscriptions().current(access())).isEqualTo(new Current.NotSubscribed());
    }

    @Test
    default void saysThatTheTokenIsRefused() {
        revoke();
        assertThat(subscriptions().current(access()))
                .isInstanceOfSatisfying(
                        Current.Failed.class,
                        failed -> assertThat(failed.why()).isInstanceOf(MetaFailure.TokenInvalid.class));
    }

    @Test
    default void concludesNothingFromAnOutage() {
        breakUpstream();
        assertThat(subscriptions().current(access())).isInstanceOf(Current.Failed.class);
        assertThat(subscriptions().subscribe(access(), Set.of(WebhookField.COMMENTS)))
                .isInstanceOf(Change.Failed.class);
        assertThat(subscriptions().unsubscribe(access())).isInstanceOf(Change.Failed.class);
    }
}
