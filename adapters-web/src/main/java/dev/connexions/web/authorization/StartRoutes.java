package dev.connexions.web.authorization;

import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.BeginConsent.Result;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Html;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** What the link leads to: a page with one button, and what the button does. */
public final class StartRoutes {

    static final String PREFIX = "/meta/oauth/start/";

    private static final int MAX_LINK_LENGTH = 128;

    private final BeginConsent begin;
    private final BrowserBinding binding;
    private final String formAction;

    public StartRoutes(BeginConsent begin, URI publicUrl) {
        this.begin = begin;
        this.binding = new BrowserBinding(publicUrl);
        this.formAction = BrowserPages.formAction(publicUrl);
    }

    public void declare(Api api) {
        api.get(PREFIX + "{token}", Access.everybody(), BrowserPages.inPages(this::look));
        api.post(PREFIX + "{token}", Access.everybody(), BrowserPages.inPages(this::press));
    }

    private Answer look(Call call) {
        return handle(call, false);
    }

    private Answer press(Call call) {
        return handle(call, true);
    }

    private Answer handle(Call call, boolean press) {
        var link = call.pathParameter("token");
        if (link.length() > MAX_LINK_LENGTH) {
            throw unknown();
        }
        return switch (begin.handle(new BeginConsent.Command(new OneTimeSecret(link), press, call.request()))) {
            case Result.Ready(var session, var affected) -> page(session.product(), affected);
            case Result.SentToMeta(var consentPage, var browser) ->
                Answer.seeOther(consentPage)
                        .with(BrowserBinding.HEADER, binding.bind(browser, AuthorizationSession.STATE_LIFETIME))
                        .neverStored();
            case Result.Over(var status) -> throw new Refusal(ProblemType.ILLEGAL_TRANSITION, over(status));
            case Result.Unknown unknown -> throw unknown();
        };
    }

    private Answer page(LoginProduct product, List<Connexion> affected) {
        var where = switch (product) {
            case INSTAGRAM -> "Instagram";
            case FACEBOOK -> "Facebook";
        };
        return Html.page(200, "Connect your Instagram account", """
            <p>You will be sent to %1$s, which asks what this service may do with your professional account. Nothing
            is shared before you agree there.</p>%2$s
            <form method="post"><button type="submit">Continue to %1$s</button></form>\
            """.formatted(where, warning(affected)), formAction)
                .neverStored();
    }

    private static String warning(List<Connexion> affected) {
        if (affected.isEmpty()) {
            return "";
        }
        var names = HangingResponse.of(affected).stream()
                .map(it -> it.username() == null
                        ? "<li><code>" + Html.escape(it.key()) + "</code></li>"
                        : "<li>@" + Html.escape(it.username()) + "</li>")
                .collect(Collectors.joining("\n"));
        return """

            <p>Your consent also decides about these accounts, which were connected with it. Leave their Pages ticked, or
            they stop working:</p>
            <ul>
            %s
            </ul>\
            """.formatted(names);
    }

    private static Refusal unknown() {
        return new Refusal(ProblemType.NOT_FOUND, "There is no such link. It may have been cut off; copy all of it.");
    }

    private static String over(AuthorizationSession.Status status) {
        return switch (status) {
            case COMPLETED -> "This link was used already, and the account is connected.";
            case FAILED -> "This link was used already. Ask for a new one to try again.";
            case SUPERSEDED -> "A newer link has taken the place of this one.";
            case EXPIRED -> "This link is too old. Ask for a new one.";
            case PENDING, AWAITING_CHOICE -> "This link was opened elsewhere at the same moment. Try again.";
        };
    }
}
