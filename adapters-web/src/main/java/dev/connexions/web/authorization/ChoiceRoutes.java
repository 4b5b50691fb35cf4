package dev.connexions.web.authorization;

import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.ChooseInBrowser.Result;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the account's owner chooses one of several accounts, in the browser that began. */
public final class ChoiceRoutes {

    static final String PREFIX = "/meta/oauth/choice/";

    private static final String FIELD = "account";

    private final ChooseInBrowser choose;
    private final BrowserBinding binding;
    private final Ending ending;
    private final ChoicePage page;

    public ChoiceRoutes(ChooseInBrowser choose, URI publicUrl) {
        this.choose = choose;
        this.binding = new BrowserBinding(publicUrl);
        this.ending = new Ending(binding);
        this.page = new ChoicePage(BrowserPages.formAction(publicUrl));
    }

    public void declare(Api api) {
        api.get(PREFIX + "{id}", Access.everybody(), BrowserPages.inPages(this::look));
        api.post(PREFIX + "{id}", Access.everybody(), BrowserPages.inPages(this::choose));
    }

    private Answer look(Call call) {
        return handle(call, null);
    }

    private Answer choose(Call call) {
        return handle(call, account(call.form().getOrDefault(FIELD, List.of())));
    }

    private static AccountId account(List<String> values) {
        try {
            if (values.size() == 1) {
                return new AccountId(values.getFirst());
            }
        } catch (IllegalArgumentException none) {
            throw malformed();
        }
        throw malformed();
    }

    private Answer handle(Call call, @Nullable AccountId account) {
        var browser = binding.of(call).orElseThrow(ChoiceRoutes::unknown);
        var command =
                new ChooseInBrowser.Command(new AuthorizationSessionId(call.id()), browser, account, call.request());
        return switch (choose.handle(command)) {
            case Result.Choosing(var session) -> page.of(session, 200, null);
            case Result.Chosen(var session, var result) -> chosen(session, result);
            case Result.NothingToChoose(var status) -> throw over(status);
            case Result.Unknown unknown -> throw unknown();
        };
    }

    private Answer chosen(AuthorizationSession session, ChooseAccount.Result result) {
        return switch (result) {
            case ChooseAccount.Result.Completed(var completed) -> ending.completed(completed);
            case ChooseAccount.Result.Failed(var failed, var failure) -> ending.failed(failed, failure);
            case ChooseAccount.Result.NotOffered(var why) ->
                page.of(session, 422, why == null ? "This account is not among them." : ObstacleText.of(why));
            case ChooseAccount.Result.Unproved(var again) ->
                page.of(again, 502, "Meta could not be reached, or gave no answer to rely on. Try again.");
            case ChooseAccount.Result.NothingToChoose(var status) -> throw over(status);
            case ChooseAccount.Result.NotFound none -> throw ending.overtaken();
            case ChooseAccount.Result.Overtaken overtaken -> throw ending.overtaken();
        };
    }

    private static Refusal over(AuthorizationSession.Status status) {
        return new Refusal(
                ProblemType.ILLEGAL_TRANSITION,
                switch (status) {
                    case COMPLETED -> "The choice was made, and the account is connected.";
                    case FAILED -> "The choice was made, and brought nothing. Ask for a new link to try again.";
                    case SUPERSEDED -> "A newer link has taken the place of this one.";
                    case EXPIRED -> "The choice was not made in time. Ask for a new link.";
                    case PENDING, AWAITING_CHOICE -> "There is nothing to choose at the moment.";
                });
    }

    private static Refusal unknown() {
        return new Refusal(ProblemType.NOT_FOUND, "There is nothing to choose in this browser. Open the link again.");
    }

    private static Refusal malformed() {
        return new Refusal(ProblemType.MALFORMED_REQUEST, "The form names exactly one account.");
    }
}
