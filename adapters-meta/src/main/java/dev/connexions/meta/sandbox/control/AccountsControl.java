package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Consenting;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
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
            return world.change(w -> Answer.json(201, describe(w, wanted.addTo(w))));
        }
        // one by one, so that nobody waits until a hundred thousand are written down
        var accounts = world.look(w -> w.people().accounts());
        return Control.items(accounts.stream()
                .map(account -> world.look(w -> describe(w, account)))
                .toList());
    }

    private Answer one(Call call, String id) {
        Control.requireMethod(call, "GET");
        return world.look(w -> Answer.json(200, describe(w, find(w, id))));
    }

    private Answer act(Call call, String id, String action) {
        Control.requireMethod(call, "POST");
        Members.of(call).end();
        return world.change(w -> Answer.json(200, describe(w, Deeds.afflict(w, find(w, id), Deeds.kind(action)))));
    }

    private static Account find(World w, String id) {
        return w.people()
                .account(id)
                .orElseThrow(() -> ControlRefusalException.notFound("there is no account of that id"));
    }

    private static ObjectNode describe(World w, Account account) {
        return describe(
                account,
                w.people().owner(account),
                w.assets().linkedTo(account).map(Page::id).orElse(null));
    }

    private static ObjectNode describe(Account account, Person owner, @Nullable String page) {
        return Json.object()
                .put("id", account.id())
                .put("scopedId", account.scopedId())
                .put("username", account.username())
                .put("name", account.name())
                .put("type", account.type().name())
                .put("login", account.login().name().toLowerCase(Locale.ROOT))
                .put("followers", account.followers())
                .put("owner", owner.id())
                .put("page", page)
                .put("consentUsername", Consenting.username(account, owner))
                .put("consentPassword", owner.password())
                .put("condition", PeopleControl.condition(account.trouble()));
    }
}
