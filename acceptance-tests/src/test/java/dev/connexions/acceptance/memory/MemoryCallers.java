package dev.connexions.acceptance.memory;

import static dev.connexions.acceptance.memory.Replies.refused;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Answer.Refused;
import dev.connexions.acceptance.Driver.Organisation;
import dev.connexions.acceptance.Driver.Reach;
import dev.connexions.acceptance.Driver.Role;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.ActAsAdministrator.Target;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who asks, and whether they may: what the web adapter asks before each operation. */
final class MemoryCallers {

    private final InMemoryApplication app;
    private final Map<String, Caller.User> users = new HashMap<>();

    MemoryCallers(InMemoryApplication app) {
        this.app = app;
    }

    Organisation organisation(String name) {
        var organisation = Fixtures.organisation();
        var credentials = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            var user = switch (role) {
                case OPERATOR -> Fixtures.operator();
                case VIEWER -> Fixtures.viewer();
                case SERVICE -> Fixtures.service();
            };
            var credential = user.id().value().toString();
            users.put(credential, app.store().register(user, organisation));
            credentials.put(role, credential);
        }
        return new Organisation(name, organisation.value(), credentials);
    }

    Who administrator() {
        var user = app.store().registerAdministrator(Fixtures.service(), null);
        var credential = user.id().value().toString();
        users.put(credential, user);
        return new Who(credential, null);
    }

    <T> Answer<T> permitted(
            Who who, Permission permission, @Nullable ConnexionId connexion, Function<Caller.User, Answer<T>> work) {
        var user = user(who);
        if (user.may(permission)) {
            return reach(user, who.reach(), connexion).then(work);
        }
        if (connexion != null
                && app.refuseAccess().handle(user, new RefuseAccess.Command(connexion, permission))
                        instanceof RefuseAccess.Result.NotFound) {
            return refused("not-found");
        }
        return new Refused<>("insufficient-permission", permission.code());
    }

    private Reached reach(Caller.User user, @Nullable Reach reach, @Nullable ConnexionId connexion) {
        if (reach == null) {
            return new Reached(user, "");
        }
        var command = new ActAsAdministrator.Command(target(reach, connexion), reach.reason(), "scenario");
        return switch (app.actAsAdministrator().handle(user, command)) {
            case ActAsAdministrator.Result.Granted(var acting) -> new Reached(acting, "");
            case ActAsAdministrator.Result.NotFound none -> new Reached(null, "not-found");
            case ActAsAdministrator.Result.NotAdministrator other ->
                connexion == null ? new Reached(null, "insufficient-permission") : new Reached(user, "");
        };
    }

    private static Target target(Reach reach, @Nullable ConnexionId connexion) {
        if (connexion != null) {
            return new Target.OfConnexion(connexion);
        }
        return reach.organisation() == null
                ? new Target.Everywhere()
                : new Target.Organisation(
                        new OrganisationId(reach.organisation().id()));
    }

    /** @param as absent when it went no further */
    private record Reached(Caller.@Nullable User as, String problem) {

        <T> Answer<T> then(Function<Caller.User, Answer<T>> work) {
            return as == null ? refused(problem) : work.apply(as);
        }
    }

    Caller.User user(Who who) {
        return Optional.ofNullable(users.get(who.credential())).orElseThrow();
    }
}
