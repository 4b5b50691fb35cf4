package dev.connexions.web.connexion;

import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Values;

/** The body that creates a connexion. */
final class NewConnexionBody {

    private NewConnexionBody() {}

    static CreateConnexion.Command read(Call call) {
        call.query();
        var body = call.body("clientType", "clientId", "accountEmail", "key", "dailyLimit");
        var type = body.optional("clientType", Values.text(ClientRef::chosenType));
        var id = body.required("clientId", Values.text(Values::uuid));
        var email = body.required("accountEmail", Values.text(AccountEmail::chosen));
        var key = body.optional("key", Values.text(ConnexionKey::chosen));
        var limit = body.optional("dailyLimit", Values.integer(DailyLimit::new));
        call.faults().refuse();
        return new CreateConnexion.Command(
                new ClientRef(type.orElse(ClientRef.DEFAULT_TYPE), id.get()),
                email.get(),
                key.orNull(),
                limit.orNull());
    }
}
