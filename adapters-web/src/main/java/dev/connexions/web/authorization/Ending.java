package dev.connexions.web.authorization;

import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSession.Progress;
import dev.connexions.domain.authorization.Failure;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Html;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;

/** How a consent ends in the browser: at the session's return address, or on a plain page of ours. */
final class Ending {

    private final BrowserBinding binding;

    Ending(BrowserBinding binding) {
        this.binding = binding;
    }

    Answer completed(AuthorizationSession session) {
        return ended(session, "completed", connected(session));
    }

    Answer failed(AuthorizationSession session, Failure failure) {
        var page =
                Html.page(200, "The account was not connected", "<p>" + Html.escape(FailureText.of(failure)) + "</p>");
        return ended(session, "failed", page);
    }

    Refusal overtaken() {
        return new Refusal(
                        ProblemType.ILLEGAL_TRANSITION,
                        "A newer link has taken the place of this one, or the connexion is gone.")
                .with(BrowserBinding.HEADER, binding.release());
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
}
