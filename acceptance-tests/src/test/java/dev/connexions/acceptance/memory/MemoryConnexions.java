package dev.connexions.acceptance.memory;

import static dev.connexions.acceptance.memory.Replies.found;
import static dev.connexions.acceptance.memory.Replies.refused;

import dev.connexions.acceptance.Driver.Answer;
import dev.connexions.acceptance.Driver.Answer.Given;
import dev.connexions.acceptance.Driver.Who;
import dev.connexions.acceptance.Seen;
import dev.connexions.application.authorization.EraseConnexion;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.CreateConnexion;
import dev.connexions.application.connexion.ListConnexions;
import dev.connexions.application.connexion.SwitchConnexion;
import dev.connexions.application.connexion.UpdateConnexion;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.application.token.RefreshToken;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.Permission;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The use cases about one connexion, and about lists of them. */
final class MemoryConnexions {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final MemoryWiring wiring;
    private final MemoryCallers callers;
    private final Map<String, ListPlace> places = new ConcurrentHashMap<>();

    private record ListPlace(OrganisationId organisation, Map<String, String> filters, Position position) {}

    MemoryConnexions(MemoryWiring wiring, MemoryCallers callers) {
        this.wiring = wiring;
        this.callers = callers;
    }

    Answer<Seen.Connexion> create(Who who, UUID clientId, @Nullable String key) {
        wiring.app.clock().advance(A_MOMENT);
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, null, user -> {
            var command = new CreateConnexion.Command(
                    new ClientRef(ClientRef.DEFAULT_TYPE, clientId),
                    Fixtures.email(),
                    key == null ? null : ConnexionKey.chosen(key),
                    null);
            return switch (wiring.app.createConnexion().handle(user, command)) {
                case CreateConnexion.Result.Created(var connexion) -> new Given<>(wiring.seen(connexion));
                case CreateConnexion.Result.KeyAlreadyUsed used -> refused("key-already-used");
            };
        });
    }

    Answer<Seen.Connexion> show(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return callers.permitted(
                who,
                Permission.CONNEXIONS_READ,
                id,
                user -> found(wiring.app.showConnexion().handle(user, id).map(wiring::seen)));
    }

    Answer<Seen.Page> list(Who who, Map<String, String> filters, int limit, @Nullable String cursor) {
        var place = cursor == null ? null : places.get(cursor);
        if (cursor != null && (place == null || !place.filters().equals(filters))) {
            return refused("invalid-cursor");
        }
        var query = new ListConnexions.Query(
                Filters.of(filters),
                place == null ? null : place.organisation(),
                place == null ? null : place.position(),
                limit);
        return callers.permitted(who, Permission.CONNEXIONS_READ, null, user -> switch (wiring.app
                .listConnexions()
                .handle(user, query)) {
            case ListConnexions.Result.ForeignPosition foreign -> refused("invalid-cursor");
            case ListConnexions.Result.Listed(var organisation, var items, var next) ->
                new Given<>(new Seen.Page(
                        items.stream().map(wiring::seen).toList(),
                        next == null ? null : remember(new ListPlace(organisation, filters, next))));
        });
    }

    Answer<Seen.Connexion> enable(Who who, UUID connexion) {
        return turn(who, connexion, SwitchConnexion.Position.ENABLED);
    }

    Answer<Seen.Connexion> disable(Who who, UUID connexion) {
        return turn(who, connexion, SwitchConnexion.Position.DISABLED);
    }

    Answer<Seen.Connexion> update(Who who, UUID connexion, String clientType, UUID clientId, @Nullable String read) {
        var id = new ConnexionId(connexion);
        var command = new UpdateConnexion.Command(
                id,
                clientType,
                clientId,
                null,
                current -> read == null || read.equals(Long.toString(current.version())));
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .updateConnexion()
                .handle(user, command)) {
            case UpdateConnexion.Result.Updated(var updated) -> new Given<>(wiring.seen(updated));
            case UpdateConnexion.Result.NotFound unknown -> refused("not-found");
            case UpdateConnexion.Result.PreconditionFailed failed -> refused("precondition-failed");
        });
    }

    String readAs(Who who, UUID connexion) {
        return wiring.app
                .showConnexion()
                .handle(callers.user(who), new ConnexionId(connexion))
                .map(found -> Long.toString(found.version()))
                .orElseThrow();
    }

    Answer<Seen.Nothing> erase(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .eraseConnexion()
                .handle(user, new EraseConnexion.Command(id))) {
            case EraseConnexion.Result.Erased erased -> new Given<>(new Seen.Nothing());
            case EraseConnexion.Result.NotFound unknown -> refused("not-found");
            case EraseConnexion.Result.PreconditionFailed failed -> refused("precondition-failed");
        });
    }

    Answer<Seen.Connexion> refresh(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.CONNEXIONS_WRITE, id, user -> switch (wiring.app
                .refreshToken()
                .handle(user, id)) {
            case RefreshToken.Result.Renewed(var renewed) -> new Given<>(wiring.seen(renewed));
            case RefreshToken.Result.NotNeeded(var unchanged) -> new Given<>(wiring.seen(unchanged));
            case RefreshToken.Result.TooEarly early -> refused("too-early-to-refresh");
            case RefreshToken.Result.ReconnectRequired required -> refused("reconnect-required");
            case RefreshToken.Result.Failed failed -> refused("upstream-failed");
            case RefreshToken.Result.InProgress busy -> refused("conflict");
            case RefreshToken.Result.Overtaken overtaken -> refused("conflict");
            case RefreshToken.Result.NotFound unknown -> refused("not-found");
        });
    }

    Answer<Seen.Token> readToken(Who who, UUID connexion) {
        var id = new ConnexionId(connexion);
        return callers.permitted(who, Permission.TOKENS_READ, id, user -> switch (wiring.app
                .readAccessToken()
                .handle(user, id)) {
            case ReadAccessToken.Result.Read(var token, var expiresAt, var scopes) ->
                new Given<>(new Seen.Token(token.reveal(), expiresAt));
            case ReadAccessToken.Result.ReconnectRequired required -> refused("reconnect-required");
            case ReadAccessToken.Result.NotFound unknown -> refused("not-found");
        });
    }

    private Answer<Seen.Connexion> turn(Who who, UUID connexion, SwitchConnexion.Position position) {
        var id = new ConnexionId(connexion);
        return callers.permitted(
                who,
                Permission.CONNEXIONS_WRITE,
                id,
                user -> found(wiring.app
                        .switchConnexion()
                        .handle(user, new SwitchConnexion.Command(id, position))
                        .map(wiring::seen)));
    }

    private String remember(ListPlace place) {
        var cursor = UUID.randomUUID().toString();
        places.put(cursor, place);
        return cursor;
    }
}
