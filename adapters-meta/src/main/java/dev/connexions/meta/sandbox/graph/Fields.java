package dev.connexions.meta.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The fields of an Instagram account as Instagram Login knows them. A field that is not among them is an error. */
final class Fields {

    private static final Map<String, BiConsumer<Account, ObjectNode>> KNOWN = Map.ofEntries(
            Map.entry("id", (account, node) -> node.put("id", account.scopedId())),
            Map.entry("user_id", (account, node) -> node.put("user_id", account.id())),
            Map.entry("username", (account, node) -> node.put("username", account.username())),
            Map.entry("name", (account, node) -> node.put("name", account.name())),
            Map.entry(
                    "account_type",
                    (account, node) -> node.put("account_type", account.type().name())),
            Map.entry("followers_count", (account, node) -> node.put("followers_count", account.followers())),
            Map.entry("follows_count", (account, node) -> node.put("follows_count", 0)),
            Map.entry("media_count", (account, node) -> node.put("media_count", 0)),
            // what an account did not fill in has no key
            Map.entry("profile_picture_url", (account, node) -> {}),
            Map.entry("biography", (account, node) -> {}),
            Map.entry("website", (account, node) -> {}));

    private Fields() {}

    static ObjectNode select(List<String> fields, Account account) {
        var node = Json.object();
        for (var field : fields) {
            var known = KNOWN.get(field);
            if (known == null) {
                throw new GraphRefusalException(GraphError.unknownField(field));
            }
            known.accept(account, node);
        }
        return node.has("id") ? node : node.put("id", account.scopedId());
    }
}
