package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.publishing.PublishingSettings;

/** Whether a film holds what belongs to others; it is found once the check is done. */
final class Copyright {

    static final String DONE = "completed";

    private Copyright() {}

    static ObjectNode of(String check, boolean video, Ask ask) {
        var found = video
                && check.equals(DONE)
                && PublishingSettings.of(ask.world().settings()).copyrightMatches();
        return Json.object().put("status", check).put("matches_found", found);
    }
}
