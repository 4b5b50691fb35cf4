package dev.connexions.meta.sandbox.consent;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of Instagram's dialog. */
final class Form {

    private Form() {}

    static String of(String app, List<String> scopes, @Nullable String complaint) {
        var boxes = scopes.stream()
                .map(scope -> Html.box("permission", scope, scope))
                .collect(Collectors.joining());
        // the empty permission tells a person who ticked nothing from a script that left the boxes out
        return Html.page("Log in to Instagram (sandbox)", """
            <p>App %s asks for access to your Instagram account.</p>
            %s<form method="post" action="">
            <p><label>Username <input name="username" autocomplete="off" autofocus></label></p>
            <p><label>Password <input name="password" type="password" autocomplete="off"></label></p>
            <input type="hidden" name="permission" value="">
            %s<p><button name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Cancel</button></p>
            </form>
            """.formatted(
                        Html.escape(app), complaint == null ? "" : Html.alert(complaint), boxes));
    }
}
