package dev.connexions.bootstrap.wiring;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.comment.InstagramComments;
import dev.connexions.application.insight.InstagramInsights;
import dev.connexions.application.media.InstagramMedia;
import dev.connexions.application.media.InstagramProfiles;
import dev.connexions.application.publication.InstagramPublishing;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.application.webhook.InstagramSubscriptions;
import dev.connexions.meta.authorization.GraphLogin;
import dev.connexions.meta.authorization.GraphTokens;
import dev.connexions.meta.comment.GraphComments;
import dev.connexions.meta.insight.GraphInsights;
import dev.connexions.meta.media.GraphMedia;
import dev.connexions.meta.media.GraphProfiles;
import dev.connexions.meta.publication.GraphPublishing;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import dev.connexions.meta.webhook.GraphSubscriptions;
import java.time.InstantSource;

/** Every port to Meta, all of them over one client, so that they share its connections and its limits. */
record MetaPorts(
        InstagramLogin login,
        InstagramTokens tokens,
        InstagramProfiles profiles,
        InstagramMedia media,
        InstagramPublishing publishing,
        InstagramComments comments,
        InstagramInsights insights,
        InstagramSubscriptions subscriptions) {

    static MetaPorts over(GraphClient client, MetaSettings settings, InstantSource clock) {
        return new MetaPorts(
                new GraphLogin(client, settings, clock),
                new GraphTokens(client, clock),
                new GraphProfiles(client),
                new GraphMedia(client),
                new GraphPublishing(client, clock),
                new GraphComments(client),
                new GraphInsights(client, clock),
                new GraphSubscriptions(client, settings));
    }
}
