package dev.connexions.web.connexion;

import static dev.connexions.domain.shared.Permission.CONNEXIONS_READ;
import static dev.connexions.domain.shared.Permission.CONNEXIONS_WRITE;

import dev.connexions.application.authorization.EraseConnexion;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.ShowConnexion;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.connexion.SwitchConnexion.Position;
import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Pages;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

public final class ConnexionRoutes {

    public record UseCases(
            CreateConnexion create,
            ShowConnexion show,
            ListConnexions list,
            SwitchConnexion turn,
            UpdateConnexion update,
            EraseConnexion erase) {}

    private static final String ALL = "/v1/connexions";
    private static final String ONE = ALL + "/{id}";

    private final UseCases useCases;
    private final URI publicUrl;
    private final Pages pages;
    private final ConnexionRepresentation representation;

    public ConnexionRoutes(UseCases useCases, URI publicUrl, Pages pages, InstantSource clock) {
        this.useCases = useCases;
        this.publicUrl = publicUrl;
        this.pages = pages;
        this.representation = new ConnexionRepresentation(clock);
    }

    public void declare(Api api) {
        api.get(ALL, Access.with(CONNEXIONS_READ), this::list, ListFilter.PARAMETERS);
        api.post(ALL, Access.with(CONNEXIONS_WRITE), this::create);
        api.get(ONE, Access.with(CONNEXIONS_READ), this::show);
        api.patch(ONE, Access.with(CONNEXIONS_WRITE), this::update);
        api.delete(ONE, Access.with(CONNEXIONS_WRITE), this::erase);
        api.post(ONE + "/enable", Access.with(CONNEXIONS_WRITE), call -> turn(call, Position.ENABLED));
        api.post(ONE + "/disable", Access.with(CONNEXIONS_WRITE), call -> turn(call, Position.DISABLED));
    }

    private Answer list(Call call) {
        var query = call.query();
        var filter = ListFilter.read(query);
        var asked = pages.asked(call, query);
        call.faults().refuse();
        var after = asked.position() == null ? null : ListFilter.position(asked.position());
        var wanted = new ListConnexions.Query(filter, asked.inside(), after, asked.limit());
        return switch (useCases.list().handle(call.caller(), wanted)) {
            case ListConnexions.Result.Listed(var organisation, var items, var next) ->
                pages.answer(
                        call,
                        query,
                        organisation,
                        items.stream().map(representation::of).toList(),
                        next == null ? null : ListFilter.text(next));
            case ListConnexions.Result.ForeignPosition foreign -> throw Pages.foreignPosition();
        };
    }

    private Answer create(Call call) {
        var command = NewConnexionBody.read(call);
        return switch (useCases.create().handle(call.caller(), command)) {
            case CreateConnexion.Result.Created(var connexion) ->
                answer(201, connexion)
                        .with("Location", publicUrl + ALL + "/" + connexion.id().value());
            case CreateConnexion.Result.KeyAlreadyUsed used ->
                throw new Refusal(ProblemType.KEY_ALREADY_USED, "A connexion of the organisation has this key.");
        };
    }

    private Answer show(Call call) {
        var id = idOf(call);
        call.refuseParameters();
        return shown(useCases.show().handle(call.caller(), id));
    }

    private Answer update(Call call) {
        var id = idOf(call);
        var command = ConnexionPatch.read(call, id, call.ifMatch(this::shown));
        return switch (useCases.update().handle(call.caller(), command)) {
            case UpdateConnexion.Result.Updated(var connexion) -> shown(connexion);
            case UpdateConnexion.Result.NotFound none -> throw Refusal.notFound();
            case UpdateConnexion.Result.PreconditionFailed failed -> throw Refusal.preconditionFailed();
        };
    }

    private Answer erase(Call call) {
        var id = idOf(call);
        call.refuseParameters();
        var command = new EraseConnexion.Command(id, call.ifMatch(this::shown));
        return switch (useCases.erase().handle(call.caller(), command)) {
            case EraseConnexion.Result.Erased erased -> Answer.empty(204);
            case EraseConnexion.Result.NotFound none -> throw Refusal.notFound();
            case EraseConnexion.Result.PreconditionFailed failed -> throw Refusal.preconditionFailed();
        };
    }

    private Answer turn(Call call, Position to) {
        var id = idOf(call);
        call.refuseInput();
        return shown(useCases.turn().handle(call.caller(), new SwitchConnexion.Command(id, to)));
    }

    private Answer shown(Optional<Connexion> found) {
        return shown(found.orElseThrow(Refusal::notFound));
    }

    private Answer shown(Connexion connexion) {
        return answer(200, connexion);
    }

    private Answer answer(int status, Connexion connexion) {
        return Answer.json(status, representation.of(connexion))
                .tagged(connexion.id().value());
    }

    private static ConnexionId idOf(Call call) {
        return new ConnexionId(call.id());
    }
}
