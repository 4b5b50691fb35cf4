package dev.connexions.meta.sandbox.consent;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain pages: a person can use them in a browser, a script with nothing but a form post to the same address. */
final class Pages {

    private Pages() {}

    static String form(String app, List<String> scopes, @Nullable String complaint) {
        var boxes = scopes.stream().map(scope -> """
            <p><label><input type="checkbox" name="permission" value="%1$s" checked> %1$s</label></p>
            """.formatted(escape(scope))).collect(Collectors.joining());
        // the empty permission tells a person who ticked nothing from a script that left the boxes out
        return page("Log in to Instagram (sandbox)", """
            <p>App %s asks for access to your Instagram account.</p>
            %s<form method="post" action="">
            <p><label>Username <input name="username" autocomplete="off" autofocus></label></p>
            <p><label>Password <input name="password" type="password" autocomplete="off"></label></p>
            <input type="hidden" name="permission" value="">
            %s<p><button name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Cancel</button></p>
            </form>
            """.formatted(
                escape(app), complaint == null ? "" : "<p role=\"alert\">" + escape(complaint) + "</p>\n", boxes));
    }

    static String message(String title, String text) {
        return page(title, "<p>" + escape(text) + "</p>\n");
    }

    private static String page(String title, String content) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer"><title>%1$s</title>
            <style>body{font:16px/1.5 sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}</style></head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """.formatted(escape(title), content);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
