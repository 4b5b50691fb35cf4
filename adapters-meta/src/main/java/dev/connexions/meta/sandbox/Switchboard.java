package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.consent.Dialog;
import dev.connexions.meta.sandbox.consent.TokenEndpoint;
import dev.connexions.meta.sandbox.console.Console;
import dev.connexions.meta.sandbox.content.ContainerAilments;
import dev.connexions.meta.sandbox.content.UploadHost;
import dev.connexions.meta.sandbox.control.Control;
import dev.connexions.meta.sandbox.facebook.FacebookDialog;
import dev.connexions.meta.sandbox.facebook.FacebookSessions;
import dev.connexions.meta.sandbox.faults.Fault;
import dev.connexions.meta.sandbox.faults.Faults;
import dev.connexions.meta.sandbox.faults.Striking;
import dev.connexions.meta.sandbox.graph.Batch;
import dev.connexions.meta.sandbox.graph.Graph;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Listener;
import dev.connexions.meta.sandbox.http.MetaHosts;
import dev.connexions.meta.sandbox.http.Reaction;
import dev.connexions.meta.sandbox.requests.Requests;
import dev.connexions.meta.sandbox.usage.Meters;
import dev.connexions.meta.sandbox.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts each call through to the host it names, unless a fault strikes first, and writes it down. */
final class Switchboard implements Listener.Handler, AutoCloseable {

    private final World world;
    private final Faults faults;
    private final Requests requests = new Requests();
    private final Meters meters = new Meters();
    private final Console console = new Console();
    private final Control control;
    private final FacebookDialog facebookDialog;
    private final Graph facebookGraph;
    private final Dialog instagramDialog;
    private final TokenEndpoint instagramToken;
    private final Graph instagramGraph;
    private final UploadHost uploads;
    private final Newsroom newsroom;

    Switchboard(SandboxSettings settings, World world, @Nullable String certificate) {
        this.world = world;
        newsroom = Newsroom.open(settings, world);
        faults = new Faults(world.clock(), world.seed());
        control = new Control(world, faults, requests, meters, newsroom.herald(), newsroom.news(), certificate);
        facebookDialog = new FacebookDialog(settings.facebook(), world);
        var sessions = new FacebookSessions(settings.facebook());
        facebookGraph = Composition.facebook(settings, world, sessions, meters, newsroom);
        uploads = new UploadHost(world, sessions, newsroom.downloads());
        instagramDialog = new Dialog(settings.instagram(), world);
        instagramToken = new TokenEndpoint(settings.instagram(), world);
        instagramGraph = Composition.instagram(settings, world, meters, newsroom);
    }

    @Override
    public Reaction handle(Call call) {
        if (call.address().host().equals(Control.HOST)) {
            return new Reaction.Send(console.answer(call).orElseGet(() -> control.answer(call)));
        }
        return newsroom.files().answer(call).orElseGet(() -> isAtTheDoor(call) ? toTheConsole() : put(call));
    }

    private static boolean isAtTheDoor(Call call) {
        return call.address().full().equals("/") && call.isGet();
    }

    private static Reaction toTheConsole() {
        return new Reaction.Send(Answer.redirect("/" + Control.HOST));
    }

    private Reaction put(Call call) {
        var at = world.now();
        var about = world.look(w -> Concerned.by(w, call));
        var fault = faults.strike(call, about).orElse(null);
        var reaction = fault == null
                ? new Reaction.Send(answer(call))
                : Striking.react(fault, call, at, taken -> answer(taken, fault));
        requests.record(at, call, about.account(), status(reaction), nameOf(fault));
        return reaction;
    }

    private Answer answer(Call call, Fault fault) {
        var answer = answer(call);
        if (fault.behaviour().isAboutContainers()) {
            ContainerAilments.strike(world, fault, answer);
        }
        return answer;
    }

    @Override
    public Answer unreadable(String why) {
        return GraphErrors.unreadable(why).answer();
    }

    private Answer answer(Call call) {
        return switch (call.address().host()) {
            case MetaHosts.FACEBOOK_DIALOG -> facebookDialog.answer(call);
            case MetaHosts.FACEBOOK_GRAPH -> graph(facebookGraph, call);
            case MetaHosts.FACEBOOK_UPLOAD -> uploads.answer(call);
            case MetaHosts.INSTAGRAM_DIALOG -> instagramDialog.answer(call);
            case MetaHosts.INSTAGRAM_TOKEN -> instagramToken.answer(call);
            case MetaHosts.INSTAGRAM_GRAPH -> graph(instagramGraph, call);
            default -> Answer.text(404, "The first segment of the path names one of Meta's hosts, or is _sandbox.\n");
        };
    }

    private Answer graph(Graph graph, Call call) {
        return Batch.isOne(call) ? Batch.answer(call, this::entry) : graph.answer(call);
    }

    /** An entry of a batch is a call like any other, faults and journal included; but what comes late, comes too late. */
    private Optional<Answer> entry(Call call) {
        return switch (handle(call)) {
            case Reaction.Send(var answer) -> Optional.of(answer);
            case Reaction.SendLate late -> Optional.empty();
            case Reaction.SendFile file -> Optional.empty();
            case Reaction.Drip drip -> Optional.empty();
            case Reaction.Cut cut -> Optional.empty();
            case Reaction.Reset reset -> Optional.empty();
        };
    }

    private static @Nullable Integer status(Reaction reaction) {
        return switch (reaction) {
            case Reaction.Send(var answer) -> answer.status();
            case Reaction.SendLate(var answer, var delay) -> answer.status();
            case Reaction.SendFile file -> file.status();
            case Reaction.Drip(var answer, var perByte) -> answer.status();
            case Reaction.Cut cut -> null;
            case Reaction.Reset reset -> null;
        };
    }

    @Override
    public void close() {
        newsroom.close();
    }

    private static @Nullable String nameOf(@Nullable Fault fault) {
        return fault == null ? null : fault.behaviour().code();
    }
}
