package dev.connexions.web.authorization;

import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Values;

/** The body that opens an authorization session. */
final class NewSessionBody {

    private static final int MOST_PERMISSIONS = 50;

    private NewSessionBody() {}

    static OpenAuthorizationSession.Command read(Call call, ConnexionId connexion) {
        call.query();
        var body = call.body("loginProduct", "returnUrl", "permissions");
        var product =
                body.required("loginProduct", Values.text(Values.oneOf(LoginProduct.values(), LoginProduct::code)));
        var returnUrl = body.optional("returnUrl", Values.text(text -> text));
        var permissions = body.optional(
                "permissions", node -> Scopes.of(Values.texts(MOST_PERMISSIONS).read(node)));
        call.faults().refuse();
        return new OpenAuthorizationSession.Command(connexion, product.get(), permissions.orNull(), returnUrl.orNull());
    }
}
