package dev.connexions.meta.sandbox.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connexions.meta.sandbox.graph.Ask;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.NodeType;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.people.Business;
import dev.connexions.meta.sandbox.people.Consent;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The person behind a token: name, permissions, pages, portfolios (dossier 1.4, 2.1). */
final class Users {

    /** A permission and what became of it. */
    private record Permission(String name, Consent.Status status) {}

    private Users() {}

    static void into(Schema schema, NodeType<Page> pages, NodeType<Business> businesses, Consumer<Person> removed) {
        NodeType<Permission> permissions = NodeType.<Permission>withoutId(GraphHost.FACEBOOK, "Permission")
                .text("permission", Permission::name)
                .text("status", permission -> permission.status().name().toLowerCase(Locale.ROOT))
                .byDefault("permission", "status");
        var type = NodeType.of(GraphHost.FACEBOOK, "User", Person::id)
                .text("name", Person::name)
                .text("first_name", person -> person.name().split(" ", 2)[0])
                .text("last_name", person -> person.name().replaceFirst("^\\S+ ?", ""))
                .field(
                        "email",
                        (person, ask) -> ask.session().has("email")
                                ? TextNode.valueOf(person.username() + "@example.com")
                                : null)
                .byDefault("name")
                .list("permissions", permissions, Users::permissions)
                .list("accounts", pages, Users::pages)
                .list("businesses", businesses, Users::businesses)
                .on(
                        "DELETE",
                        "permissions",
                        (person, ask) ->
                                revoke(person, ask, ask.args().one("permission").orElse(""), removed))
                .on(
                        "DELETE",
                        "permissions/*",
                        (person, ask) -> revoke(person, ask, ask.args().one("*").orElse(""), removed));
        schema.nodes(
                type,
                (id, ask) -> ask.session().token().holder().equals(id)
                                || ask.session().token().kind() == Token.Kind.APP
                        ? ask.world().people().person(id).orElse(null)
                        : null);
    }

    private static List<Permission> permissions(Person person, Ask ask) {
        var wanted = ask.args().one("permission");
        var status = ask.args().one("status");
        return ask.world().assets().consentOf(person.id()).stream()
                .flatMap(consent -> consent.permissions().entrySet().stream())
                .map(entry -> new Permission(entry.getKey(), entry.getValue()))
                .filter(permission -> wanted.isEmpty() || wanted.get().equals(permission.name()))
                .filter(permission -> status.isEmpty()
                        || status.get().equalsIgnoreCase(permission.status().name()))
                .toList();
    }

    private static List<Page> pages(Person person, Ask ask) {
        ask.session().require(Scopes.PAGES_LIST);
        requireOneself(person, ask);
        return Visibility.of(ask.world(), ask.session().token()).listed();
    }

    private static List<Business> businesses(Person person, Ask ask) {
        ask.session().require(Scopes.BUSINESSES);
        requireOneself(person, ask);
        return ask.world().assets().businessesOf(person.id());
    }

    /** An app's token may take permissions back, but sees nobody's pages. */
    private static void requireOneself(Person person, Ask ask) {
        if (!ask.session().token().holder().equals(person.id())) {
            throw GraphErrors.missingPermission(Scopes.PAGES_LIST).refusal();
        }
    }

    /** Of one permission, or of all: then the app is no longer installed and every token dies with 458. */
    private static JsonNode revoke(Person person, Ask ask, String permission, Consumer<Person> removed) {
        var answer = ask.world().change(w -> {
            var consent = w.assets().consentOf(person.id()).orElse(null);
            if (permission.isEmpty()) {
                withdraw(w, person);
            } else if (consent != null && consent.permissions().containsKey(permission)) {
                w.assets().put(consent.without(List.of(permission)));
            } else {
                throw GraphErrors.invalidParameter("Permission " + permission + " was not granted")
                        .refusal();
            }
            return Json.object().put("success", true);
        });
        if (permission.isEmpty()) {
            removed.accept(person);
        }
        return answer;
    }

    private static void withdraw(World world, Person person) {
        world.assets().withdraw(person.id());
        world.people()
                .put(person.with(
                        new Trouble(Trouble.Kind.REVOKED, world.tokens().nextNumber())));
    }
}
