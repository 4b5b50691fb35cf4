package dev.connexions.application.webhook;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure;
import java.util.Set;

/**
 * What Meta tells our app of an account unasked. Each call ends within ten seconds. Never called inside a transaction.
 *
 * <p>With Instagram Login the account subscribes to fields. With Facebook Login its Page is subscribed and takes none of
 * Instagram's fields: which of them come is set for the whole app in Meta's dashboard.
 */
public interface InstagramSubscriptions {

    /** From now on these, and none of those before: Meta replaces the list and does not add to it. None is as {@link #unsubscribe}. */
    Change subscribe(MetaAccess access, Set<WebhookField> fields);

    /** From now on nothing. Done also when there was nothing before. */
    Change unsubscribe(MetaAccess access);

    Current current(MetaAccess access);

    sealed interface Change {

        record Done() implements Change {}

        /** @param fields those of the fields asked for that Meta has with the other login product only; nothing changed */
        record NotOffered(Set<WebhookField> fields) implements Change {

            public NotOffered {
                fields = Set.copyOf(fields);
            }
        }

        /** Facebook Login needs the Page, and it is not known. */
        record NoPage() implements Change {}

        record Failed(MetaFailure why) implements Change {}
    }

    sealed interface Current {

        /** @param fields by Meta's names, also those that the product does not listen to */
        record Subscribed(Set<String> fields) implements Current {

            public Subscribed {
                fields = Set.copyOf(fields);
            }
        }

        record NotSubscribed() implements Current {}

        record NoPage() implements Current {}

        record Failed(MetaFailure why) implements Current {}
    }
}
