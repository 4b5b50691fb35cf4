package dev.connexions.web.connexion;

import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Values;

/** The body that creates a connexion. */
final class NewConnexionBody {

    private NewConnexionBody() {}

    static CreateConnexion.Command read(Call call) {
        call.query();
        var acting = call.caller().acting() instanceof Acting.Within(var within, var reason) ? within : null;
        var body = acting == null
                ? call.body("clientType", "clientId", "accountEmail", "key", "dailyLimit")
                : call.body("clientType", "clientId", "accountEmail", "key", "dailyLimit", "organisationId");
        if (acting != null) {
            body.optional("organisationId", Values.text(text -> theSame(acting, text)));
        }
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

    private static OrganisationId theSame(OrganisationId acting, String text) {
        var named = new OrganisationId(Values.uuid(text));
        if (!named.equals(acting)) {
            throw new IllegalArgumentException("the organisation that Connexions-Organisation names");
        }
        return named;
    }
}
