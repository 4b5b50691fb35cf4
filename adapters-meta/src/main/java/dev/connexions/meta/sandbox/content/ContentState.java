package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.files.StoredFile;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.publishing.Container;
import dev.connexions.meta.sandbox.webhooks.AppSubscription;
import dev.connexions.meta.sandbox.webhooks.Delivery;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The content as the state file keeps it. */
record ContentState(
        long issued,
        Collection<Post> posts,
        Collection<Comment> comments,
        Collection<Container> containers,
        Collection<StoredFile> files,
        Set<String> retired,
        Collection<AppSubscription> subscriptions,
        Map<String, Map<String, Set<String>>> subscribed,
        Collection<Delivery> deliveries) {}
