package dev.connexions.meta.sandbox.facebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.consent.Html;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Consent;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.token.Code;
import dev.connexions.meta.sandbox.world.World;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code www.facebook.com/v26.0/dialog/oauth}: who are you, what may the app do, and with which pages? */
public final class FacebookDialog {

    private final RegisteredApp app;
    private final World world;

    public FacebookDialog(RegisteredApp app, World world) {
        this.app = app;
        this.world = world;
    }

    public Answer answer(Call call) {
        if (!call.address().path().equals("/dialog/oauth")) {
            return Answer.html(404, Html.message("Page not found", "There is no such page."));
        }
        if (!call.isGet() && !call.isPost()) {
            return Answer.html(405, Html.message("Not like this", "This page knows GET and POST."));
        }
        var asked = FacebookAsked.of(call, app);
        var fault = asked.fault(call, app);
        if (fault.isPresent()) {
            return Answer.html(400, Html.message("Invalid request", fault.get()));
        }
        return call.isGet() ? FacebookForms.logIn(app, "") : decide(asked, call);
    }

    private Answer decide(FacebookAsked asked, Call call) {
        var decision = call.params().one("decision").orElse("");
        if (decision.equals("deny")) {
            return Answer.redirect(back(asked, denial()));
        }
        if (!decision.equals("continue") && !decision.equals("allow")) {
            return FacebookForms.logIn(app, "Log in, or cancel.");
        }
        return decision.equals("allow")
                ? world.change(w -> person(w, asked, call, true))
                : world.look(w -> person(w, asked, call, false));
    }

    private Answer person(World w, FacebookAsked asked, Call call, boolean allow) {
        var username = call.params().one("username").orElse("");
        var password = call.params().one("password").orElse("");
        var person = w.people()
                .personByUsername(username)
                .or(() -> w.people().byUsername(username).map(w.people()::owner))
                .filter(found -> found.password().equals(password))
                .orElse(null);
        if (person == null) {
            return FacebookForms.logIn(app, "Username or password is wrong.");
        }
        if (person.trouble() != null && person.trouble().kind() == Trouble.Kind.CHECKPOINTED) {
            return FacebookForms.logIn(app, "Open facebook.com and confirm first that it is you.");
        }
        return allow
                ? allow(w, asked, call, person)
                : FacebookForms.choose(
                        app, asked, shown(w, asked, person), w.assets().pagesOf(person.id()), call);
    }

    private static Answer allow(World w, FacebookAsked asked, Call call, Person person) {
        var consent = consent(w, asked, call, person);
        w.assets().put(consent);
        var grant = new Code.Grant(asked.kind(), person.id(), asked.redirectUri(), List.of());
        var code = w.tokens().issueCode(grant, w.now());
        var result = new LinkedHashMap<String, String>();
        result.put("code", code.value());
        if (asked.withScopes()) {
            result.put("granted_scopes", String.join(",", consent.granted()));
            result.put("denied_scopes", String.join(",", consent.declined()));
        }
        return Answer.redirect(back(asked, result));
    }

    /** What was declined before is asked again only on demand ({@code auth_type=rerequest}). */
    private static List<String> shown(World w, FacebookAsked asked, Person person) {
        var declined = w.assets()
                .consentOf(person.id())
                .filter(consent -> !asked.again() && !asked.isWhole())
                .map(Consent::declined)
                .orElse(Set.of());
        return asked.scopes().stream()
                .filter(scope -> !declined.contains(scope))
                .toList();
    }

    private static Consent consent(World w, FacebookAsked asked, Call call, Person person) {
        var permissions = new LinkedHashMap<String, Consent.Status>();
        w.assets().consentOf(person.id()).ifPresent(old -> permissions.putAll(old.permissions()));
        var ticked = call.params().all("permission");
        for (var scope : shown(w, asked, person)) {
            var granted = asked.isWhole()
                    || ticked.isEmpty()
                    || ticked.contains(scope)
                    || scope.equals(Scopes.PUBLIC_PROFILE);
            permissions.put(scope, granted ? Consent.Status.GRANTED : Consent.Status.DECLINED);
        }
        return new Consent(person.id(), permissions, pages(w, call, person), w.now());
    }

    /** No {@code page} at all is a script that takes the form as it is: all of them. */
    private static @Nullable List<String> pages(World w, Call call, Person person) {
        var ticked = call.params().all("page");
        return ticked.isEmpty()
                ? null
                : w.assets().pagesOf(person.id()).stream()
                        .map(Page::id)
                        .filter(ticked::contains)
                        .toList();
    }

    /** As seen by several clients (dossier 1.4, step 2b). */
    private static Map<String, String> denial() {
        var denial = new LinkedHashMap<String, String>();
        denial.put("error", "access_denied");
        denial.put("error_code", "200");
        denial.put("error_description", "Permissions error");
        denial.put("error_reason", "user_denied");
        return denial;
    }

    /** Facebook appends a fragment that never reaches a server (dossier 1.4, step 2a). */
    private static String back(FacebookAsked asked, Map<String, String> result) {
        var query = result.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var separator = asked.redirectUri().contains("?") ? "&" : "?";
        var state = asked.state() == null ? "" : "&state=" + URLEncoder.encode(asked.state(), UTF_8);
        return asked.redirectUri() + separator + query + state + "#_=_";
    }
}
