package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.publishing.Container;
import dev.connexions.meta.sandbox.publishing.Container.Ailment;
import dev.connexions.meta.sandbox.publishing.PublishingSettings;
import dev.connexions.meta.sandbox.publishing.Status;
import dev.connexions.meta.sandbox.publishing.StatusCode;
import org.jspecify.annotations.Nullable;

/** {@code IGContainer}: how far a post being prepared is (dossier 3.3). */
final class ContainerNodes {

    private ContainerNodes() {}

    static void into(Schema schema) {
        var type = NodeType.of(schema.host(), "IGContainer", Container::id)
                .field("status_code", ContainerNodes::code)
                .field("status", ContainerNodes::told)
                .field("copyright_check_status", ContainerNodes::copyright)
                .field("video_status", ContainerNodes::video)
                .wrapped((node, ask) -> ask.selection().fields().isEmpty() ? whole(node, ask) : node);
        type.ofAccount(Container::account);
        schema.nodes(type, (id, ask) -> {
            var container = MediaNodes.content(ask).containers().find(id).orElse(null);
            var account = container == null
                    ? null
                    : ask.world().people().account(container.account()).orElseThrow();
            if (container == null || account == null || !ask.session().sees(account)) {
                return null;
            }
            ask.require("content_publish");
            return container;
        });
    }

    private static ObjectNode whole(ObjectNode node, Ask ask) {
        var container = MediaNodes.content(ask)
                .containers()
                .find(node.path("id").asText())
                .orElseThrow();
        var code = PublishingSettings.of(ask.world().settings()).statusByDefault() ? code(container, ask) : null;
        return code == null ? node : node.set("status_code", code);
    }

    private static Status status(Container container, Ask ask) {
        return Status.of(container, MediaNodes.content(ask).containers(), ask.now());
    }

    private static @Nullable JsonNode code(Container container, Ask ask) {
        var status = status(container, ask);
        return status.code() == StatusCode.ERROR && container.ailment() == Ailment.UNCODED
                ? null
                : TextNode.valueOf(status.code().name());
    }

    /** A sentence, a subcode, or nothing that helps. */
    private static JsonNode told(Container container, Ask ask) {
        var status = status(container, ask);
        if (status.code() == StatusCode.ERROR && container.ailment() == Ailment.UNEXPLAINED) {
            return TextNode.valueOf("Error");
        }
        var asSubcode = PublishingSettings.of(ask.world().settings()).statusIsSubcode();
        return TextNode.valueOf(
                asSubcode && status.failure() != null ? status.failure().toString() : status.sentence());
    }

    private static JsonNode copyright(Container container, Ask ask) {
        var check = switch (status(container, ask).code()) {
            case IN_PROGRESS -> container.kind().isVideo() ? "in_progress" : "not_started";
            case ERROR -> "error";
            case FINISHED, PUBLISHED, EXPIRED -> Copyright.DONE;
        };
        return Copyright.of(check, container.kind().isVideo(), ask);
    }

    private static @Nullable JsonNode video(Container container, Ask ask) {
        if (!container.kind().isVideo()) {
            return null;
        }
        var upload = container.upload();
        var uploading = Json.object();
        if (upload == null) {
            uploading.put("status", "complete");
        } else {
            uploading
                    .put("status", upload.isComplete() ? "complete" : upload.isBegun() ? "in_progress" : "not_started")
                    .put("bytes_transferred", upload.received());
        }
        var processing = switch (status(container, ask).code()) {
            case IN_PROGRESS -> upload != null && !upload.isComplete() ? "not_started" : "in_progress";
            case ERROR -> "error";
            case FINISHED, PUBLISHED, EXPIRED -> "complete";
        };
        var video = Json.object();
        video.set("uploading_phase", uploading);
        video.set("processing_phase", Json.object().put("status", processing));
        return video;
    }
}
