package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.files.Downloads;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.insights.Span;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.publishing.NewContainer;
import dev.connexions.meta.sandbox.publishing.PublishingSettings;
import java.time.Duration;

/** {@code /media}, {@code /media_publish} and {@code /content_publishing_limit} (dossier 3). */
final class PublishingEdges {

    private static final Duration DAY = Duration.ofHours(24);

    private PublishingEdges() {}

    static JsonNode prepare(Account account, Ask ask, Downloads downloads) {
        ask.require("content_publish");
        var settings = PublishingSettings.of(ask.world().settings());
        var facebook = ask.host() == GraphHost.FACEBOOK;
        return Refusing.asTheGraph(() -> {
            var wanted = NewContainer.read(ask.args(), facebook, settings, downloads);
            var made = ask.world().change(w -> Content.of(w).studio(w).prepare(account.id(), wanted));
            var answer = Wire.id(made.id());
            return made.upload() == null
                    ? answer
                    : answer.put("uri", UploadHost.address(ask.call(), ask.version(), made.id()));
        });
    }

    static JsonNode publish(Account account, Ask ask, News news) {
        ask.require("content_publish");
        var creation = ask.args().one("creation_id").orElse("");
        if (creation.isEmpty()) {
            throw GraphErrors.invalidParameter("The parameter creation_id is required")
                    .refusal();
        }
        return Refusing.asTheGraph(() -> {
            var id = ask.world().change(w -> Content.of(w).studio(w).publish(account.id(), creation));
            ask.world().look(w -> Content.of(w).posts().find(id)).ifPresent(news::shown);
            return Wire.id(id);
        });
    }

    /** Tells the use alone unless asked for more. */
    static JsonNode limit(Account account, Ask ask) {
        ask.require("content_publish");
        var limit = Json.object();
        if (ask.selection().fields().isEmpty()) {
            limit.put("quota_usage", used(account, ask));
        }
        for (var wanted : ask.selection().fields()) {
            switch (wanted.name()) {
                case "quota_usage" -> limit.put("quota_usage", used(account, ask));
                case "config" ->
                    limit.putObject("config")
                            .put(
                                    "quota_total",
                                    PublishingSettings.of(ask.world().settings())
                                            .quotaTotal())
                            .put("quota_duration", DAY.toSeconds());
                default ->
                    throw GraphErrors.unknownField(ask.host(), wanted.name(), "IGContentPublishingLimit")
                            .refusal();
            }
        }
        var answer = Json.object();
        answer.putArray("data").add(limit);
        return answer;
    }

    private static int used(Account account, Ask ask) {
        var dayAgo = ask.now().minus(DAY);
        var since = Refusing.asTheGraph(
                () -> Span.moment("since", ask.args().one("since").orElse("")));
        // a caller counts its 24 hours from a moment ago
        if (since != null && since.isBefore(dayAgo.minusSeconds(60))) {
            throw GraphErrors.invalidParameter("since must not be older than 24 hours")
                    .refusal();
        }
        return MediaNodes.content(ask)
                .studio(ask.world())
                .used(account.id(), since == null || since.isBefore(dayAgo) ? dayAgo : since);
    }
}
