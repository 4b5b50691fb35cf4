package dev.connexions.meta.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sandbox with one account, connected through Instagram Login, and somebody who publishes by plain HTTP. */
final class ContentSandbox implements AutoCloseable {

    static final String GRAPH = "/graph.instagram.com/v26.0/";

    final RunningSandbox meta;
    final SandboxAccount account;
    final String token;

    ContentSandbox() {
        this(null);
    }

    ContentSandbox(@Nullable Path stateFile) {
        this(stateFile, "content.one");
    }

    /** @param name of the account; a state file may have the usual one already */
    ContentSandbox(@Nullable Path stateFile, String name) {
        meta = RunningSandbox.start(42, Set.of(RunningSandbox.REDIRECT), stateFile);
        account = meta.account("{\"username\":\"" + name + "\",\"type\":\"BUSINESS\",\"followers\":4000}", name);
        token = meta.longToken(account);
    }

    String file(String json) {
        var reply = meta.control("POST", "/files", json);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.body());
        }
        return reply.json().path("url").asText();
    }

    String picture() {
        return file("{\"name\":\"cake.jpg\",\"image\":{\"width\":1080,\"height\":1080}}");
    }

    String film() {
        return file("{\"name\":\"oven.mp4\",\"video\":{\"durationMs\":15000}}");
    }

    Reply post(String path, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("access_token", token);
        return meta.postForm(GRAPH + path, all);
    }

    Reply get(String path) {
        return meta.get(GRAPH + path.replace("{", "%7B").replace("}", "%7D"), token);
    }

    Reply prepare(Map<String, String> parameters) {
        return post(account.id() + "/media", parameters);
    }

    /** A container that was accepted. */
    String container(Map<String, String> parameters) {
        var reply = prepare(parameters);
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.body());
        }
        return reply.json().path("id").asText();
    }

    String readyImage() {
        var id = container(Map.of("image_url", picture(), "caption", "Bonjour"));
        meta.advance(Duration.ofSeconds(2));
        return id;
    }

    JsonNode status(String container) {
        return get(container + "?fields=id,status_code,status,copyright_check_status,video_status")
                .json();
    }

    String code(String container) {
        return status(container).path("status_code").asText();
    }

    Reply publish(String container) {
        return post(account.id() + "/media_publish", Map.of("creation_id", container));
    }

    String published(Map<String, String> parameters) {
        var id = container(parameters);
        meta.advance(Duration.ofSeconds(10));
        return publish(id).json().path("id").asText();
    }

    /** What Instagram would show, by the sandbox's own record. */
    List<JsonNode> posts() {
        return items("/accounts/" + account.id() + "/media");
    }

    List<JsonNode> items(String controlPath) {
        var all = new ArrayList<JsonNode>();
        meta.control("GET", controlPath, "").json().path("items").forEach(all::add);
        return all;
    }

    JsonNode control(String path, String json) {
        var reply = meta.control("POST", path, json);
        if (reply.status() >= 300) {
            throw new IllegalStateException(reply.body());
        }
        return reply.json();
    }

    @Override
    public void close() {
        meta.close();
    }
}
