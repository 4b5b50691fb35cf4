package dev.connexions.meta.sandbox.webhooks;

import dev.connexions.meta.sandbox.refusal.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What can be subscribed to (dossier 8.3). */
public final class WebhookFields {

    public static final WebhookFields ACCOUNT = new WebhookFields(Set.of(
            "comment_poll_response",
            "comments",
            "creator_marketplace_invited_creator_onboarding",
            "creator_marketplace_projects",
            "delta",
            "follow",
            "live_comments",
            "mentions",
            "message_edit",
            "message_reactions",
            "messages",
            "messaging_handover",
            "messaging_optins",
            "messaging_postbacks",
            "messaging_referral",
            "messaging_seen",
            "onboarding_welcome_message_series",
            "share_to_story",
            "standby",
            "story_insights",
            "story_poll_response",
            "story_reactions"));

    /** A page refuses what is Instagram's (quirk 25). */
    public static final WebhookFields PAGE = new WebhookFields(Set.of(
            "feed",
            "mention",
            "name",
            "picture",
            "category",
            "description",
            "conversations",
            "messages",
            "messaging_postbacks",
            "messaging_optins",
            "message_reads",
            "message_deliveries",
            "ratings",
            "leadgen"));

    private final Set<String> names;

    private WebhookFields(Set<String> names) {
        this.names = new TreeSet<>(names);
    }

    public void require(Collection<String> wanted) {
        var place = 0;
        if (wanted.isEmpty()) {
            throw Refusal.invalid("(#100) The parameter subscribed_fields is required.")
                    .thrown();
        }
        for (var name : wanted) {
            if (!names.contains(name)) {
                throw Refusal.invalid("(#100) Param subscribed_fields[" + place + "] must be one of {"
                                + String.join(", ", names) + "} - got \"" + name + "\".")
                        .thrown();
            }
            place++;
        }
    }
}
