package dev.connexions.web.connexion;

import dev.connexions.application.connexion.Connexions.Filter;
import dev.connexions.application.connexion.Connexions.Position;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Status;
import dev.connexions.web.shared.Query;
import dev.connexions.web.shared.Values;
import java.text.Normalizer;
import java.time.Instant;

/** What the parameters of a list mean. */
final class ListFilter {

    static final String[] PARAMETERS = {
        "status", "enabled", "clientType", "clientId", "key", "expiresBefore", "capability", "limit", "cursor"
    };

    private ListFilter() {}

    static Filter read(Query query) {
        return new Filter(
                query.optional("status", Values.oneOf(Status.values(), Status::code))
                        .orNull(),
                query.optional("enabled", Values::bool).orNull(),
                query.optional("clientType", ListFilter::composed).orNull(),
                query.optional("clientId", Values::uuid).orNull(),
                query.optional("key", ListFilter::composed).orNull(),
                query.optional("expiresBefore", Values::timestamp).orNull(),
                query.optional("capability", Values.oneOf(Capability.values(), Capability::code))
                        .orNull());
    }

    static String text(Position position) {
        return position.createdAt() + " " + position.id().value();
    }

    static Position position(String text) {
        var parts = text.split(" ", 2);
        return new Position(Instant.parse(parts[0]), new ConnexionId(Values.uuid(parts[1])));
    }

    /** As the texts are kept that were chosen through us. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
