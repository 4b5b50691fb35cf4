package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.content.News;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Consenting;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

final class AccountsControl implements Resource {

    private static final int MOST = 100_000;

    private final World world;
    private final Herald herald;
    private final MediaControl media;

    AccountsControl(World world, Herald herald, News news) {
        this.world = world;
        this.herald = herald;
        this.media = new MediaControl(world, news);
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        return switch (below.size()) {
            case 0 -> all(call);
            case 1 -> one(call, below.getFirst());
            default -> below(call, below.getFirst(), below.get(1), below.subList(2, below.size()));
        };
    }

    private Answer all(Call call) {
        Control.requireMethod(call, "GET", "POST");
        if (call.isPost()) {
            return add(Members.of(call));
        }
        // one by one, so that nobody waits until a hundred thousand are written down
        return Excerpt.of(call)
                .of(
                        world.look(w -> w.people().accounts()),
                        account -> List.of(account.id(), account.username(), account.name()),
                        account -> world.look(w -> describe(w, account)));
    }

    private Answer add(Members members) {
        var count = members.integer("count", 1, MOST);
        var wanted = NewAccount.read(members);
        if (count == null) {
            return world.change(w -> Answer.json(201, describe(w, wanted.addTo(w))));
        }
        if (wanted.id() != null) {
            throw members.bad("id", "cannot be that of several");
        }
        return world.change(w -> {
            var names = new Numbering(wanted.username());
            var added = new ArrayList<Account>(count);
            for (var i = 0; i < count; i++) {
                added.add(wanted.named(names.next(w)).addTo(w));
            }
            var answer = Json.object().put("count", count);
            answer.set("first", describe(w, added.getFirst()));
            answer.set("last", describe(w, added.getLast()));
            return Answer.json(201, answer);
        });
    }

    private Answer one(Call call, String id) {
        Control.requireMethod(call, "GET");
        return world.look(w -> Answer.json(200, describe(w, find(w, id))));
    }

    private Answer below(Call call, String id, String what, List<String> further) {
        if (what.equals("media")) {
            return media.answer(call, world.look(w -> find(w, id)), further);
        }
        Control.requireNothingBelow(further);
        if (what.equals("containers")) {
            Control.requireMethod(call, "GET");
            return world.look(w -> ContainersControl.list(w, find(w, id).id()));
        }
        return act(call, id, what);
    }

    private Answer act(Call call, String id, String action) {
        Control.requireMethod(call, "POST");
        Members.of(call).end();
        var kind = Deeds.kind(action);
        var account = world.change(w -> Deeds.afflict(w, find(w, id), kind));
        if (kind == Trouble.Kind.REVOKED) {
            herald.removed(account);
        }
        return world.look(w -> Answer.json(200, describe(w, account)));
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
