package dev.connexions.meta.sandbox.instagram;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.world.AnswerShape;
import dev.connexions.meta.sandbox.world.Settings;
import java.util.function.Consumer;

/** An Instagram account as Instagram Login knows it: {@code id} is the app's, {@code user_id} its own (dossier 2.2). */
public final class InstagramAccounts {

    private InstagramAccounts() {}

    /**
     * @param removed hears who took the app back
     * @return the type, for those who have more to say about it
     */
    public static NodeType<Account> into(Schema schema, Consumer<Account> removed) {
        var type = NodeType.of(GraphHost.INSTAGRAM, "IGUser", Account::scopedId)
                .text("user_id", Account::id)
                .text("username", Account::username)
                .text("name", Account::name)
                .text("account_type", account -> account.type().name())
                .text("profile_picture_url", account -> null)
                .text("biography", account -> null)
                .text("website", account -> null)
                .field("followers_count", (account, ask) -> IntNode.valueOf(account.followers()))
                .field("follows_count", (account, ask) -> IntNode.valueOf(0))
                .field("media_count", (account, ask) -> IntNode.valueOf(0))
                .wrapped(InstagramAccounts::wrap);
        schema.nodes(type, (id, ask) -> {
            var account = ask.world().people().account(ask.session().subject()).orElseThrow();
            if (!id.equals(account.id()) && !id.equals(account.scopedId())) {
                return null;
            }
            ask.require("basic");
            return account;
        });
        Removal.into(type, removed);
        return type;
    }

    /** As documented, in {@code data}; as observed, flat. */
    private static ObjectNode wrap(ObjectNode node, Ask ask) {
        if (ask.world().setting(Settings.ANSWERS) == AnswerShape.FLAT) {
            return node;
        }
        var wrapped = Json.object();
        wrapped.putArray("data").add(node);
        return wrapped;
    }
}
