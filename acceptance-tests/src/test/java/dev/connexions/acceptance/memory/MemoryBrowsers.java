package dev.connexions.acceptance.memory;

import dev.connexions.acceptance.Driver.Decision;
import dev.connexions.acceptance.Driver.Person;
import dev.connexions.acceptance.FormQuery;
import dev.connexions.acceptance.Seen;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the account's owner sees and does. */
final class MemoryBrowsers {

    private final InMemoryApplication app;
    private final MemoryConsent consent;

    MemoryBrowsers(InMemoryApplication app, MemoryConsent consent) {
        this.app = app;
        this.consent = consent;
    }

    String choicePage(Seen.Browser browser, UUID session) {
        return app.chooseInBrowser().handle(inBrowser(browser, session, null))
                        instanceof ChooseInBrowser.Result.Choosing(var shown)
                ? shown.candidates().toString()
                : "";
    }

    Seen.Arrival chooseOnPage(Seen.Browser browser, UUID session, String account) {
        return switch (app.chooseInBrowser().handle(inBrowser(browser, session, account))) {
            case ChooseInBrowser.Result.Chosen(var from, ChooseAccount.Result.Completed completed) ->
                Seen.Arrival.COMPLETED;
            case ChooseInBrowser.Result.Chosen(var from, ChooseAccount.Result.Failed failed) -> Seen.Arrival.FAILED;
            case ChooseInBrowser.Result.Chosen other -> Seen.Arrival.CHOOSING;
            case ChooseInBrowser.Result.Choosing other -> Seen.Arrival.CHOOSING;
            case ChooseInBrowser.Result.NothingToChoose nothing -> Seen.Arrival.NOT_VALID;
            case ChooseInBrowser.Result.Unknown unknown -> Seen.Arrival.NOT_VALID;
        };
    }

    Seen.StartPage look(String link) {
        return switch (app.beginConsent().handle(follow(link, false))) {
            case BeginConsent.Result.Ready ready -> Seen.StartPage.READY;
            case BeginConsent.Result.Over over -> Seen.StartPage.OVER;
            case BeginConsent.Result.Unknown unknown -> Seen.StartPage.UNKNOWN;
            case BeginConsent.Result.SentToMeta sent -> throw new AssertionError("a look went to Meta");
        };
    }

    Seen.Browser open(String link) {
        return app.beginConsent().handle(follow(link, true))
                        instanceof BeginConsent.Result.SentToMeta(var page, var secret)
                ? new Seen.Browser(page, secret.reveal())
                : new Seen.Browser(null, null);
    }

    Seen.WayBack consent(Seen.Browser browser, Person person, Decision decision) {
        var asked = FormQuery.parse(
                Optional.ofNullable(browser.consentPage()).orElseThrow().getRawQuery());
        var state = required(asked, "state");
        return switch (decision) {
            case Decision.Deny deny -> new Seen.WayBack(Map.of("state", state, "error", "access_denied"));
            case Decision.Allow allow -> {
                var scopes = List.of(required(asked, "scope").split(",", -1));
                yield new Seen.WayBack(Map.of(
                        "state",
                        state,
                        "code",
                        consent.allow(state, scopes, person, allow).value()));
            }
        };
    }

    Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack) {
        var code = wayBack.parameters().get("code");
        var command = new CompleteAuthorization.Command(
                new OneTimeSecret(required(wayBack.parameters(), "state")),
                new OneTimeSecret(browser.cookie() == null ? "" : browser.cookie()),
                code == null
                        ? new CompleteAuthorization.Answer.Denied()
                        : new CompleteAuthorization.Answer.Consented(new Code(code)),
                RequestId.random());
        return switch (app.completeAuthorization().handle(command)) {
            case CompleteAuthorization.Result.Completed completed -> Seen.Arrival.COMPLETED;
            case CompleteAuthorization.Result.Failed failed -> Seen.Arrival.FAILED;
            case CompleteAuthorization.Result.AwaitingChoice choosing -> Seen.Arrival.CHOOSING;
            case CompleteAuthorization.Result.StateInvalid invalid -> Seen.Arrival.NOT_VALID;
            case CompleteAuthorization.Result.Overtaken overtaken -> Seen.Arrival.NOT_VALID;
        };
    }

    Seen.Arrival comeBack(Seen.Browser browser, Seen.WayBack wayBack, Runnable meanwhile) {
        app.instagram().meanwhile(meanwhile);
        var arrival = comeBack(browser, wayBack);
        app.instagram().meanwhile(() -> {});
        return arrival;
    }

    private static ChooseInBrowser.Command inBrowser(Seen.Browser browser, UUID session, @Nullable String account) {
        return new ChooseInBrowser.Command(
                new AuthorizationSessionId(session),
                new OneTimeSecret(browser.cookie() == null ? "" : browser.cookie()),
                account == null ? null : new AccountId(account),
                RequestId.random());
    }

    private static BeginConsent.Command follow(String link, boolean press) {
        return new BeginConsent.Command(new OneTimeSecret(link), press, RequestId.random());
    }

    private static String required(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).orElseThrow(() -> new AssertionError("no " + name));
    }
}
