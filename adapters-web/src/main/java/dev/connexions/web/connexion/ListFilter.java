package dev.connexions.web.connexion;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
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

    private static final String EXPIRING = "expiring";

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
        var at = position.at() + " " + position.id().value();
        return switch (position) {
            case Position.Created created -> at;
            case Position.Expiring expiring -> at + " " + EXPIRING;
        };
    }

    static Position position(String text) {
        var parts = text.split(" ", 3);
        var at = Instant.parse(parts[0]);
        var id = new ConnexionId(Values.uuid(parts[1]));
        return parts.length == 3 ? new Position.Expiring(at, id) : new Position.Created(at, id);
    }

    /** As the texts are kept that were chosen through us. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
