package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.files.Download;
import dev.connexions.meta.sandbox.files.Downloads;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.Session;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.MetaHosts;
import dev.connexions.meta.sandbox.publishing.Container;
import dev.connexions.meta.sandbox.publishing.PublishingSettings;
import dev.connexions.meta.sandbox.publishing.Upload;
import dev.connexions.meta.sandbox.publishing.Uploads;
import dev.connexions.meta.sandbox.refusal.Refusal;
import dev.connexions.meta.sandbox.refusal.RefusedException;
import dev.connexions.meta.sandbox.world.World;
import java.util.regex.Pattern;

/** {@code rupload.facebook.com}: takes films in pieces, for Facebook Login alone, and speaks a dialect of its own (dossier 3.2). */
public final class UploadHost {

    private static final Pattern PATH = Pattern.compile("/ig-api-upload/(?:v[0-9]+\\.[0-9]+/)?([0-9]+)");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,12}");

    private final World world;
    private final Session.Reader sessions;
    private final Downloads downloads;

    public UploadHost(World world, Session.Reader sessions, Downloads downloads) {
        this.world = world;
        this.sessions = sessions;
        this.downloads = downloads;
    }

    /** Where the film of a container goes, seen from whoever made it. */
    static String address(Call call, String version, String container) {
        var host = call.address().prefix().isEmpty()
                ? "https://" + MetaHosts.FACEBOOK_UPLOAD
                : call.origin() + "/" + MetaHosts.FACEBOOK_UPLOAD;
        return host + "/ig-api-upload/" + version + "/" + container;
    }

    public Answer answer(Call call) {
        var path = PATH.matcher(call.address().path());
        if (!path.matches() || !call.isPost()) {
            return failed(Refusal.invalid("there is no such upload"));
        }
        try {
            return take(call, path.group(1));
        } catch (RefusedException refused) {
            return failed(refused.refusal());
        }
    }

    private Answer take(Call call, String id) {
        var container = world.look(w -> find(w, call, id));
        var url = call.header("file_url");
        var whole = url.isEmpty() ? null : fetched(url.get());
        var upload = world.change(w -> {
            var current = find(w, call, id);
            var soFar = current.upload();
            if (soFar == null || soFar.isComplete() || current.published() != null) {
                throw Refusal.invalid("there is no upload to be continued").thrown();
            }
            var next = whole == null ? piece(call, soFar) : whole;
            Content.of(w).studio(w).receive(current, next);
            return next;
        });
        return Answer.json(
                200,
                Json.object()
                        .put("success", true)
                        .put(
                                "message",
                                upload.isComplete()
                                        ? "Upload successful."
                                        : "Received " + upload.received() + " of " + upload.expected() + " bytes for "
                                                + container.id()));
    }

    private Container find(World w, Call call, String id) {
        var session = sessions.read(w, call);
        var container = Content.of(w).containers().find(id);
        var account = container.flatMap(found -> w.people().account(found.account()));
        if (session.isDead()
                || account.isEmpty()
                || !session.sees(account.get())
                || !session.has(GraphHost.FACEBOOK.scope("content_publish"))) {
            throw Refusal.invalid("unauthorized user request").thrown();
        }
        return container.get();
    }

    private static Upload piece(Call call, Upload soFar) {
        return Uploads.add(
                soFar,
                length(call, "offset"),
                length(call, "file_size"),
                call.body().bytes());
    }

    private static long length(Call call, String header) {
        var text = call.header(header).orElse("");
        if (!LENGTH.matcher(text).matches()) {
            throw Refusal.invalid(header + " is missing or no number").thrown();
        }
        return Long.parseLong(text);
    }

    private Upload fetched(String url) {
        var patience = PublishingSettings.of(world.settings()).patience();
        return switch (downloads.fetch(url, patience)) {
            case Download.Fetched fetched -> Uploads.whole(fetched);
            case Download.Unreachable gone ->
                throw Refusal.invalid("file_url cannot be fetched").thrown();
            case Download.TooSlow slow ->
                throw Refusal.invalid("file_url takes too long").forNow().thrown();
        };
    }

    private static Answer failed(Refusal refusal) {
        var message = Json.object().put("success", false);
        message.putObject("error").put("message", refusal.message());
        var answer = Json.object();
        answer.putObject("debug_info")
                .put("retriable", refusal.passing())
                .put("type", "ProcessingFailedError")
                .put("message", Json.write(message));
        return Answer.json(refusal.status(), answer);
    }
}
