package dev.connexions.web.authorization;

import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.CompleteAuthorization.Result;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/** Where Meta sends the browser back. */
public final class CallbackRoutes {

    private final CompleteAuthorization complete;
    private final BrowserBinding binding;
    private final Ending ending;
    private final URI publicUrl;
    private final InstantSource clock;

    public CallbackRoutes(CompleteAuthorization complete, URI publicUrl, InstantSource clock) {
        this.complete = complete;
        this.binding = new BrowserBinding(publicUrl);
        this.ending = new Ending(binding);
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public void declare(Api api) {
        api.get("/meta/oauth/callback", Access.everybody(), BrowserPages.inPages(this::comeBack));
    }

    private Answer comeBack(Call call) {
        var redirect = MetaRedirect.read(call.parameters());
        var browser = binding.of(call).orElseThrow(CallbackRoutes::notThisBrowser);
        var command = new CompleteAuthorization.Command(redirect.state(), browser, redirect.answer(), call.request());
        return switch (complete.handle(command)) {
            case Result.Completed(var session) -> ending.completed(session);
            case Result.Failed(var session, var failure) -> ending.failed(session, failure);
            case Result.AwaitingChoice(var session) -> choosing(session, browser);
            // The cookie stays: it may belong to a consent that is still under way in this browser.
            case Result.StateInvalid invalid -> throw notThisBrowser();
            case Result.Overtaken overtaken -> throw ending.overtaken();
        };
    }

    /** To a page of its own, which can be loaded again: this address is used up, and carries a code. */
    private Answer choosing(AuthorizationSession session, OneTimeSecret browser) {
        var left = Duration.between(clock.instant(), session.expiresAt());
        return Answer.seeOther(URI.create(
                        publicUrl + ChoiceRoutes.PREFIX + session.id().value()))
                .with(BrowserBinding.HEADER, binding.bind(browser, left.isNegative() ? Duration.ZERO : left))
                .neverStored();
    }

    private static Refusal notThisBrowser() {
        return new Refusal(
                ProblemType.OAUTH_STATE_INVALID,
                "This is not the answer to a consent that was begun in this browser and still waits. Open the link"
                        + " again.");
    }
}
