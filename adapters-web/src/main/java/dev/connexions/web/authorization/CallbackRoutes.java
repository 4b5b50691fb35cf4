package dev.connexions.web.authorization;

import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.CompleteAuthorization.Result;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Html;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;

/** Where Meta sends the browser back. */
public final class CallbackRoutes {

    private final CompleteAuthorization complete;
    private final BrowserBinding binding;

    public CallbackRoutes(CompleteAuthorization complete, URI publicUrl) {
        this.complete = complete;
        this.binding = new BrowserBinding(publicUrl);
    }

    public void declare(Api api) {
        api.get("/meta/oauth/callback", Access.everybody(), BrowserPages.inPages(this::comeBack));
    }

    private Answer comeBack(Call call) {
        var redirect = MetaRedirect.read(call.parameters());
        var browser = binding.of(call).orElseThrow(CallbackRoutes::notThisBrowser);
        var command = new CompleteAuthorization.Command(redirect.state(), browser, redirect.answer(), call.request());
        return switch (complete.handle(command)) {
            case Result.Completed(var session) -> ended(session, "completed", connected(session));
            case Result.Failed(var session, var failure) ->
                ended(
                        session,
                        "failed",
                        Html.page(
                                200,
                                "The account was not connected",
                                "<p>" + Html.escape(FailureText.of(failure)) + "</p>"));
            // The cookie stays: it may belong to a consent that is still under way in this browser.
            case Result.StateInvalid invalid -> throw notThisBrowser();
            case Result.Overtaken overtaken ->
                throw new Refusal(
                                ProblemType.ILLEGAL_TRANSITION,
                                "A newer link has taken the place of this one, or the connexion is gone.")
                        .with(BrowserBinding.HEADER, binding.release());
        };
    }

    private Answer ended(AuthorizationSession session, String status, Answer page) {
        var returnUrl = session.returnUrl();
        var answer = returnUrl == null ? page : Answer.seeOther(back(returnUrl, session, status));
        return answer.with(BrowserBinding.HEADER, binding.release()).neverStored();
    }

    private static Answer connected(AuthorizationSession session) {
        var account = session.progress() instanceof Progress.Completed completed && completed.username() != null
                ? "The account <strong>@" + Html.escape(completed.username()) + "</strong> is connected."
                : "The account is connected.";
        return Html.page(200, "Connected", "<p>" + account + " You can close this page.</p>");
    }

    private static URI back(URI returnUrl, AuthorizationSession session, String status) {
        var query = returnUrl.getRawQuery();
        var separator = query == null ? "?" : query.isEmpty() ? "" : "&";
        return URI.create(returnUrl + separator + "session=" + session.id().value() + "&status=" + status);
    }

    private static Refusal notThisBrowser() {
        return new Refusal(
                ProblemType.OAUTH_STATE_INVALID,
                "This is not the answer to a consent that was begun in this browser and still waits. Open the link"
                        + " again.");
    }
}
