package dev.connexions.meta.sandbox.webhooks;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an app wants to hear, and where.
 *
 * @param product facebook or instagram
 * @param object what it is about: instagram, page, user, permissions
 */
public record AppSubscription(String product, String object, String callbackUrl, Set<String> fields) {

    public AppSubscription {
        fields = new TreeSet<>(fields);
    }

    String key() {
        return product + "/" + object;
    }
}
