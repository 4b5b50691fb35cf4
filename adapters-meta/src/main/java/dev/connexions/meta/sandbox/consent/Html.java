package dev.connexions.meta.sandbox.consent;

/** Plain pages: a person can use them in a browser, a script with nothing but a form post to the same address. */
public final class Html {

    private Html() {}

    public static String message(String title, String text) {
        return page(title, "<p>" + escape(text) + "</p>\n");
    }

    public static String page(String title, String content) {
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

    public static String alert(String complaint) {
        return "<p role=\"alert\">" + escape(complaint) + "</p>\n";
    }

    /** Ticked. */
    public static String box(String name, String value, String label) {
        return """
            <p><label><input type="checkbox" name="%s" value="%s" checked> %s</label></p>
            """.formatted(escape(name), escape(value), escape(label));
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
