package dev.connexions.web.shared;

import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.ActAsAdministrator.Result;
import dev.connexions.application.audit.ActAsAdministrator.Target;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Optional;

/** The headers by which an administrator says that it reaches beyond its own organisation, and why. */
final class Reach {

    private static final HeaderName REASON = HeaderNames.create("Connexions-Reason");
    private static final HeaderName ORGANISATION = HeaderNames.create("Connexions-Organisation");

    private final ActAsAdministrator actAsAdministrator;

    Reach(ActAsAdministrator actAsAdministrator) {
        this.actAsAdministrator = actAsAdministrator;
    }

    /** The caller as which the operation is done. */
    Caller.User of(Route route, Caller.User caller, Headers headers, Call call) {
        if (!route.isOfConnexion() && !route.isOfSession() && !route.isOfGrant() && !route.isOfOrganisation()) {
            return caller;
        }
        var reason = one(headers, REASON).map(Reach::reason);
        var organisation = one(headers, ORGANISATION).map(Reach::organisation);
        if (reason.isEmpty()) {
            if (organisation.isPresent() && route.isOfOrganisation()) {
                throw invalid("Connexions-Organisation needs a Connexions-Reason beside it.");
            }
            return caller;
        }
        return reach(route, caller, target(route, organisation, call), reason.get());
    }

    private Caller.User reach(Route route, Caller.User caller, Target target, String reason) {
        var command = new ActAsAdministrator.Command(target, reason, route.method() + " " + route.path());
        return switch (actAsAdministrator.handle(caller, command)) {
            case Result.Granted(var acting) -> acting;
            case Result.NotFound none -> throw Refusal.notFound();
            case Result.NotAdministrator other -> {
                if (route.isOfOrganisation()) {
                    SecurityLog.refused("not_administrator", caller.request(), caller.id());
                    throw new Refusal(
                            ProblemType.INSUFFICIENT_PERMISSION,
                            "Only an administrator of the platform reaches beyond its own organisation.");
                }
                // who asks for another organisation's connexion learns no more than without the header
                yield caller;
            }
        };
    }

    private static Target target(Route route, Optional<OrganisationId> organisation, Call call) {
        if (route.isOfConnexion()) {
            return new Target.OfConnexion(new ConnexionId(call.id()));
        }
        if (route.isOfSession()) {
            return new Target.OfSession(new AuthorizationSessionId(call.id()));
        }
        if (route.isOfGrant()) {
            return new Target.OfGrant(new GrantId(call.id()));
        }
        if (organisation.isEmpty() && !route.method().equals("GET")) {
            throw invalid("Connexions-Organisation names the organisation in which something is to be made.");
        }
        return organisation.<Target>map(Target.Organisation::new).orElseGet(Target.Everywhere::new);
    }

    private static Optional<String> one(Headers headers, HeaderName name) {
        var values = Exchange.all(headers, name);
        if (values.size() > 1) {
            throw new Refusal(ProblemType.MALFORMED_REQUEST, name.defaultCase() + " is sent once.");
        }
        return values.stream().findFirst();
    }

    private static String reason(String text) {
        try {
            return Acting.chosenReason(text);
        } catch (IllegalArgumentException wrong) {
            throw invalid("Connexions-Reason is one line of 1 to 500 characters.");
        }
    }

    private static OrganisationId organisation(String text) {
        return Values.canonicalUuid(text)
                .map(OrganisationId::new)
                .orElseThrow(() -> invalid("Connexions-Organisation is a UUID, in lowercase and with dashes."));
    }

    private static Refusal invalid(String detail) {
        return new Refusal(ProblemType.VALIDATION_FAILED, detail);
    }
}
