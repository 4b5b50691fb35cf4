package dev.connexions.web.authorization;

import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Handler;
import dev.connexions.web.shared.Html;
import dev.connexions.web.shared.Refusal;
import java.net.URI;

/** A person in front of a browser reads pages, not problems. */
final class BrowserPages {

    private BrowserPages() {}

    /** A refusal becomes a page for those who prefer one. */
    static Handler inPages(Handler handler) {
        return call -> {
            try {
                return handler.handle(call);
            } catch (Refusal refusal) {
                if (!call.prefersHtml()) {
                    throw refusal;
                }
                return asPage(refusal, call.request().value());
            }
        };
    }

    /**
     * Where a form may go. Chromium holds each redirect that follows the form's answer against this, and somebody who
     * consented before is sent through Meta and our callback to the platform's page at once: no list of hosts would be
     * complete.
     */
    static String formAction(URI publicUrl) {
        return "https".equals(publicUrl.getScheme()) ? "'self' https:" : "'self' https: http:";
    }

    private static Answer asPage(Refusal refusal, String request) {
        var page = Html.page(
                refusal.type().status(),
                refusal.type().title(),
                "<p>%s</p>\n<footer>Reference: <code>%s</code></footer>"
                        .formatted(Html.escape(refusal.detail()), Html.escape(request)));
        return refusal.applyHeaders(page).neverStored();
    }
}
