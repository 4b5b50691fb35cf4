package dev.connexions.web.connexion;

import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.shared.Precondition;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Values;

/** The merge patch that changes a connexion. Every other member, a read-only one too, is unknown to it. */
final class ConnexionPatch {

    private ConnexionPatch() {}

    static UpdateConnexion.Command read(Call call, ConnexionId id, Precondition<Connexion> precondition) {
        call.query();
        var body = call.mergePatch("clientType", "clientId", "accountEmail");
        var type = body.patched("clientType", Values.text(ClientRef::chosenType), ClientRef.DEFAULT_TYPE);
        var client = body.patched("clientId", Values.text(Values::uuid));
        var email = body.patched("accountEmail", Values.text(AccountEmail::chosen));
        call.faults().refuse();
        return new UpdateConnexion.Command(id, type.orNull(), client.orNull(), email.orNull(), precondition);
    }
}
