package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.People;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

final class AccountsControl implements Resource {

    private final World world;

    AccountsControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        return switch (below.size()) {
            case 0 -> all(call);
            case 1 -> one(call, below.getFirst());
            case 2 -> act(call, below.getFirst(), below.getLast());
            default -> throw ControlRefusalException.notFound("there is nothing below this");
        };
    }

    private Answer all(Call call) {
        Control.requireMethod(call, "GET", "POST");
        if (call.isPost()) {
            var wanted = NewAccount.read(Members.of(call));
            return world.change(w -> Answer.json(201, describe(w.people(), wanted.addTo(w))));
        }
        return world.look(w -> Control.items(w.people().accounts().stream()
                .map(account -> describe(w.people(), account))
                .toList()));
    }

    private Answer one(Call call, String id) {
        Control.requireMethod(call, "GET");
        return world.look(w -> Answer.json(200, describe(w.people(), find(w, id))));
    }

    private Answer act(Call call, String id, String action) {
        Control.requireMethod(call, "POST");
        Members.of(call).end();
        var kind = switch (action) {
            case "revoke" -> Trouble.Kind.REVOKED;
            case "checkpoint" -> Trouble.Kind.CHECKPOINTED;
            case "password-change" -> Trouble.Kind.PASSWORD_CHANGED;
            case "restore" -> null;
            default -> throw ControlRefusalException.notFound("nothing of that name can be done to an account");
        };
        return world.change(w -> Answer.json(200, describe(w.people(), afflict(w, id, kind))));
    }

    /** Restoring undoes it whole: tokens that were stopped speak again. */
    private static Account afflict(World w, String id, Trouble.@Nullable Kind kind) {
        var trouble = kind == null ? null : new Trouble(kind, w.tokens().nextNumber());
        var account = find(w, id).with(trouble);
        w.people().put(account);
        return account;
    }

    private static Account find(World w, String id) {
        return w.people()
                .account(id)
                .orElseThrow(() -> ControlRefusalException.notFound("there is no account of that id"));
    }

    private static ObjectNode describe(People people, Account account) {
        var trouble = account.trouble();
        var owner = people.owner(account);
        return Json.object()
                .put("id", account.id())
                .put("scopedId", account.scopedId())
                .put("username", account.username())
                .put("name", account.name())
                .put("type", account.type().name())
                .put("login", account.login().name().toLowerCase(Locale.ROOT))
                .put("followers", account.followers())
                .put("owner", owner.id())
                .put("consentUsername", account.username())
                .put("consentPassword", owner.password())
                .put(
                        "condition",
                        trouble == null ? "fine" : trouble.kind().name().toLowerCase(Locale.ROOT));
    }
}
