package dev.connexions.web.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Plain pages: no script, nothing from elsewhere, one style that the policy names by its hash. */
public final class Html {

    private static final String STYLE = """
        :root{color-scheme:light dark}
        body{font:1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem}
        h1{font-size:1.5rem;line-height:1.25}
        button{font:inherit;font-weight:600;padding:.7rem 1.4rem;border:0;border-radius:.5rem;background:#1d4ed8;color:#fff;cursor:pointer}
        button:focus-visible{outline:3px solid #93c5fd;outline-offset:2px}
        h2{font-size:1.1rem;margin-top:2.5rem}
        fieldset{border:1px solid;border-radius:.5rem;margin:0 0 1.5rem;padding:.5rem 1rem}
        label{display:block;padding:.4rem 0}
        [role=alert]{font-weight:600}
        code{font-family:ui-monospace,monospace}
        footer{margin-top:3rem;font-size:.85rem;opacity:.75}
        """;

    private static final String POLICY = "default-src 'none'; style-src '" + hashOf(STYLE)
            + "'; base-uri 'none'; form-action %s; frame-ancestors 'none'";

    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** @param content HTML, in which everything foreign is escaped already */
    public static Answer page(int status, String title, String content) {
        return page(status, title, content, "'none'");
    }

    /** @param formAction where a form may go, redirects of its answer included, as Chromium has it */
    public static Answer page(int status, String title, String content, String formAction) {
        var page = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>%2$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %3$s
            </main>
            </body>
            </html>
            """.formatted(escape(title), STYLE, content);
        return Answer.html(status, page, POLICY.formatted(formAction));
    }

    private static String hashOf(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
