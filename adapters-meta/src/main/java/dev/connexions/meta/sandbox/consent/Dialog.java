package dev.connexions.meta.sandbox.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.token.Code;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code www.instagram.com/oauth/authorize}: who are you, and what may the app do? */
public final class Dialog {

    private final RegisteredApp app;
    private final World world;

    public Dialog(RegisteredApp app, World world) {
        this.app = app;
        this.world = world;
    }

    public Answer answer(Call call) {
        if (!call.address().path().equals("/oauth/authorize")) {
            return Answer.html(404, Html.message("Page not found", "There is no such page."));
        }
        if (!call.isGet() && !call.isPost()) {
            return Answer.html(405, Html.message("Not like this", "This page knows GET and POST."));
        }
        var asked = Asked.of(call);
        var fault = asked.fault(call, app);
        if (fault.isPresent()) {
            return Answer.html(400, Html.message("Invalid request", fault.get()));
        }
        return call.isGet() ? form(asked, null) : decide(asked, call);
    }

    private Answer decide(Asked asked, Call call) {
        return switch (call.params().one("decision").orElse("")) {
            case "deny" ->
                Answer.redirect(back(
                        asked,
                        "error=access_denied&error_reason=user_denied"
                                + "&error_description=The+user+denied+your+request",
                        ""));
            case "allow" -> world.change(w -> allow(w, asked, call));
            default -> form(asked, "Choose whether to allow it.");
        };
    }

    private Answer allow(World w, Asked asked, Call call) {
        var account = w.people()
                .byCredentials(
                        call.params().one("username").orElse(""),
                        call.params().one("password").orElse(""))
                .orElse(null);
        if (account == null) {
            return form(asked, "Username or password is wrong.");
        }
        if (!account.login().throughInstagram()) {
            return form(asked, "This account cannot be connected through Instagram Login.");
        }
        if (isCheckpointed(account)) {
            return form(asked, "Open the Instagram app and confirm first that it is you.");
        }
        var grant = new Code.Grant(Token.Kind.INSTAGRAM, account.id(), asked.redirectUri(), granted(asked, call));
        var code = w.tokens().issueCode(grant, w.now());
        return Answer.redirect(back(asked, "code=" + code.value(), "#_"));
    }

    private static boolean isCheckpointed(Account account) {
        return account.trouble() != null && account.trouble().kind() == Trouble.Kind.CHECKPOINTED;
    }

    /** No {@code permission} at all is a script that takes the form as it is: everything is ticked. */
    private static List<String> granted(Asked asked, Call call) {
        var ticked = call.params().all("permission");
        return ticked.isEmpty()
                ? asked.scopes()
                : asked.scopes().stream().filter(ticked::contains).toList();
    }

    private static String back(Asked asked, String result, String fragment) {
        var separator = asked.redirectUri().contains("?") ? "&" : "?";
        var state = asked.state() == null ? "" : "&state=" + URLEncoder.encode(asked.state(), UTF_8);
        return asked.redirectUri() + separator + result + state + fragment;
    }

    private Answer form(Asked asked, @Nullable String complaint) {
        return Answer.html(200, Form.of(app.id(), asked.scopes(), complaint));
    }
}
