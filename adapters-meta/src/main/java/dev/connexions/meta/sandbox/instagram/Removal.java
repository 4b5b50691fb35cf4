package dev.connexions.meta.sandbox.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.world.Setting;
import java.util.function.Consumer;

/** Taking the app back by a call: Meta documents none for Instagram Login; whether there is one is unverified (dossier 1.5). */
public final class Removal {

    public static final Setting<Boolean> OFFERED = Setting.flag("instagramRevocable", false);

    private Removal() {}

    /** @param removed hears who took the app back */
    static void into(NodeType<Account> type, Consumer<Account> removed) {
        type.on("DELETE", "permissions", (account, ask) -> {
            var answer = take(account, ask);
            removed.accept(account);
            return answer;
        });
    }

    /** From then on the account's tokens answer 190 with 458, as when its owner removes the app. */
    private static JsonNode take(Account account, Ask ask) {
        if (!ask.world().setting(OFFERED)) {
            throw GraphErrors.unknownPath("/permissions").refusal();
        }
        return ask.world().change(w -> {
            w.people()
                    .put(account.with(
                            new Trouble(Trouble.Kind.REVOKED, w.tokens().nextNumber())));
            return Json.object().put("success", true);
        });
    }
}
