package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.consent.Dialog;
import dev.connexions.meta.sandbox.consent.TokenEndpoint;
import dev.connexions.meta.sandbox.control.Control;
import dev.connexions.meta.sandbox.faults.Fault;
import dev.connexions.meta.sandbox.faults.Faults;
import dev.connexions.meta.sandbox.faults.Striking;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.InstagramGraph;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Listener;
import dev.connexions.meta.sandbox.http.Reaction;
import dev.connexions.meta.sandbox.requests.Requests;
import dev.connexions.meta.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Puts each call through to the host it names, unless a fault strikes first, and writes it down. */
final class Switchboard implements Listener.Handler {

    static final String INSTAGRAM_DIALOG = "www.instagram.com";
    static final String INSTAGRAM_TOKEN = "api.instagram.com";
    static final String INSTAGRAM_GRAPH = "graph.instagram.com";

    private final World world;
    private final Faults faults;
    private final Requests requests = new Requests();
    private final Control control;
    private final Dialog instagramDialog;
    private final TokenEndpoint instagramToken;
    private final InstagramGraph instagramGraph;

    Switchboard(SandboxSettings settings, World world) {
        this.world = world;
        faults = new Faults(world.clock(), world.seed());
        control = new Control(world, faults, requests);
        instagramDialog = new Dialog(settings.instagram(), world);
        instagramToken = new TokenEndpoint(settings.instagram(), world);
        instagramGraph = new InstagramGraph(settings.instagram(), world);
    }

    @Override
    public Reaction handle(Call call) {
        if (call.address().host().equals(Control.HOST)) {
            return new Reaction.Send(control.answer(call));
        }
        var at = world.now();
        var concerned = world.look(w -> Concerned.by(w, call)).orElse(null);
        var fault = faults.strike(call, concerned).orElse(null);
        var reaction = fault == null ? new Reaction.Send(answer(call)) : Striking.react(fault, at, () -> answer(call));
        requests.record(at, call, concerned, status(reaction), nameOf(fault));
        return reaction;
    }

    @Override
    public Answer unreadable(String why) {
        return GraphError.unreadable(why).answer();
    }

    private Answer answer(Call call) {
        return switch (call.address().host()) {
            case INSTAGRAM_DIALOG -> instagramDialog.answer(call);
            case INSTAGRAM_TOKEN -> instagramToken.answer(call);
            case INSTAGRAM_GRAPH -> instagramGraph.answer(call);
            default -> Answer.text(404, "The first segment of the path names one of Meta's hosts, or is _sandbox.\n");
        };
    }

    private static @Nullable Integer status(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Send(var answer) -> answer.status();
            case Reaction.SendLate(var answer, var delay) -> answer.status();
            case Reaction.Drip(var answer, var perByte) -> answer.status();
            case Reaction.Cut cut -> null;
            case Reaction.Reset reset -> null;
        };
    }

    private static @Nullable String nameOf(@Nullable Fault fault) {
        return fault == null ? null : fault.behaviour().code();
    }
}
