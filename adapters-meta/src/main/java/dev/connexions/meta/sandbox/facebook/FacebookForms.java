package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.consent.Html;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Page;
import java.util.List;
import java.util.stream.Collectors;

/** A person goes through two pages: who one is, and then what is given. A script posts all of it at once. */
final class FacebookForms {

    private FacebookForms() {}

    static Answer logIn(RegisteredApp app, String complaint) {
        return Answer.html(200, Html.page("Log in to Facebook (sandbox)", """
            <p>App %s asks for access to your pages and Instagram accounts.</p>
            %s<form method="post" action="">
            <p><label>Username <input name="username" autocomplete="off" autofocus></label></p>
            <p><label>Password <input name="password" type="password" autocomplete="off"></label></p>
            <p><button name="decision" value="continue">Log in</button>
            <button name="decision" value="deny">Cancel</button></p>
            </form>
            """.formatted(
                        Html.escape(app.id()), complaint.isEmpty() ? "" : Html.alert(complaint))));
    }

    static Answer choose(RegisteredApp app, FacebookAsked asked, List<String> scopes, List<Page> pages, Call call) {
        var permissions = asked.isWhole()
                ? scopes.stream()
                        .map(scope -> "<li>" + Html.escape(scope) + "</li>\n")
                        .collect(Collectors.joining())
                : scopes.stream()
                        .map(scope -> Html.box("permission", scope, scope))
                        .collect(Collectors.joining());
        // the empty values tell a person who ticked nothing from a script that left the boxes out
        return Answer.html(200, Html.page("What may app " + app.id() + " do? (sandbox)", """
            <form method="post" action="">
            <input type="hidden" name="username" value="%s"><input type="hidden" name="password" value="%s">
            <input type="hidden" name="permission" value=""><input type="hidden" name="page" value="">
            <h2>Pages</h2>
            %s<h2>Permissions</h2>
            %s<p><button name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Cancel</button></p>
            </form>
            """.formatted(
                        Html.escape(call.params().one("username").orElse("")),
                        Html.escape(call.params().one("password").orElse("")),
                        pages.stream()
                                .map(page -> Html.box("page", page.id(), page.name()))
                                .collect(Collectors.joining()),
                        permissions)));
    }
}
