package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.world.AnswerShape;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/** {@code graph.instagram.com} */
public final class InstagramGraph {

    private static final String PROFILE_SCOPE = "instagram_business_basic";

    private final World world;
    private final Renewal renewal;
    private final Usage usage = new Usage();

    public InstagramGraph(RegisteredApp app, World world) {
        this.world = world;
        this.renewal = new Renewal(app, world);
    }

    public Answer answer(Call call) {
        try {
            var version = Versions.serving(call.address().version());
            return withHeaders(route(call), version);
        } catch (GraphRefusalException refused) {
            return refused.error().answer();
        }
    }

    private Answer route(Call call) {
        try {
            var segments = call.address().segments();
            if (segments.size() != 1 || segments.getFirst().isEmpty()) {
                throw new GraphRefusalException(GraphError.unknownPath());
            }
            return switch (segments.getFirst()) {
                case "access_token" -> renewal.exchange(call);
                case "refresh_access_token" -> renewal.refresh(call);
                default -> node(call, segments.getFirst());
            };
        } catch (GraphRefusalException refused) {
            return refused.error().answer();
        }
    }

    /** {@code /me}, or the account under its own id. */
    private Answer node(Call call, String id) {
        if (!call.isGet()) {
            throw new GraphRefusalException(GraphError.unsupportedMethod(call.method()));
        }
        return world.look(w -> {
            var session = Sessions.of(w, call.token());
            var account = session.account();
            if (!List.of("me", account.id(), account.scopedId()).contains(id)) {
                throw new GraphRefusalException(GraphError.noSuchObject());
            }
            if (!session.token().scopes().contains(PROFILE_SCOPE)) {
                throw new GraphRefusalException(GraphError.missingPermission());
            }
            var node = Fields.select(call.params().list("fields"), account);
            return Answer.json(
                    200,
                    w.shape() == AnswerShape.DATA
                            ? Json.object().set("data", Json.array().add(node))
                            : node);
        });
    }

    private Answer withHeaders(Answer answer, String version) {
        var usageNow = world.look(w -> usage.count(w.now(), w.people().countAccounts()));
        return answer.with("facebook-api-version", version).with("X-App-Usage", usageNow);
    }
}
