package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.http.Params;
import dev.connexions.meta.sandbox.insights.AccountInsights;
import dev.connexions.meta.sandbox.insights.InsightSettings;
import dev.connexions.meta.sandbox.insights.MediaInsights;
import dev.connexions.meta.sandbox.insights.Query;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import java.util.Map;
import java.util.Set;

/** {@code /insights} of accounts and of media. */
final class InsightEdges {

    private InsightEdges() {}

    /** Paged by time alone. */
    static JsonNode ofAccount(Account account, Ask ask) {
        ask.require("manage_insights");
        return Refusing.asTheGraph(() -> {
            var insights = new AccountInsights(query(ask, ask.args()), account.id(), account.followers());
            var answer = Json.object();
            answer.set("data", insights.data());
            var paging = answer.putObject("paging");
            insights.neighbours()
                    .forEach((name, span) -> paging.put(
                            name,
                            ask.link(Map.of(
                                    "since", Long.toString(span.since().getEpochSecond()),
                                    "until", Long.toString(span.until().getEpochSecond())))));
            return answer;
        });
    }

    static JsonNode ofMedia(Post post, Ask ask) {
        ask.require("manage_insights");
        return Refusing.asTheGraph(() -> {
            var answer = Json.object();
            answer.set("data", of(post, ask, ask.args()).data());
            return answer;
        });
    }

    static int views(Post post, Ask ask) {
        return (int) of(post, ask, new Params()).views();
    }

    private static MediaInsights of(Post post, Ask ask, Params params) {
        return new MediaInsights(
                query(ask, params),
                post,
                MediaNodes.owner(post, ask).followers(),
                MediaNodes.content(ask).comments().count(post));
    }

    private static Query query(Ask ask, Params params) {
        return new Query(
                params,
                ask.host() == GraphHost.FACEBOOK ? "facebook" : "instagram",
                ask.world().seed(),
                ask.now(),
                Set.copyOf(MediaNodes.content(ask).retired()),
                InsightSettings.of(ask.world().settings()));
    }
}
