package dev.connexions.meta.sandbox.facebook;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.Session;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.Set;
import java.util.function.Predicate;

/** What a token of Facebook Login stands for: a person, one of that person's pages, or the app. */
public final class FacebookSessions implements Session.Reader {

    private final RegisteredApp app;
    private final Proof proof;

    public FacebookSessions(RegisteredApp app) {
        this.app = app;
        this.proof = new Proof(app);
    }

    @Override
    public Session read(World world, Call call) {
        var value = call.token();
        if (value == null) {
            return Session.dead(missing(world, call));
        }
        var wrong = proof.fault(world, call, value);
        return wrong == null ? of(world, value) : Session.dead(wrong);
    }

    /** What the token says, whatever call it comes with. */
    Session of(World world, String value) {
        if (AppTokens.isOne(app, value)) {
            return Session.of(AppTokens.token(app, value, world.now()), "", Set.of(), account -> false);
        }
        var token = world.tokens()
                .token(value)
                .filter(found -> found.kind() != Token.Kind.INSTAGRAM)
                .orElse(null);
        if (token == null) {
            return Session.dead(GraphErrors.unknownToken());
        }
        var dead = TokenLife.end(world, token);
        return dead == null ? alive(world, token) : Session.dead(dead);
    }

    private static Session alive(World world, Token token) {
        var consent = world.assets().consentOf(token.holder()).orElseThrow();
        var page = token.page();
        var subject = page == null ? token.holder() : page;
        return Session.of(token, subject, consent.granted(), sees(world, token));
    }

    /** An account is seen through the page that it is linked to. */
    private static Predicate<Account> sees(World world, Token token) {
        return account -> world.assets()
                .linkedTo(account)
                .filter(page -> token.page() == null || page.id().equals(token.page()))
                .filter(page -> Visibility.of(world, token).shows(page))
                .isPresent();
    }

    private static GraphError missing(World world, Call call) {
        var code = world.setting(FacebookSettings.NO_TOKEN);
        var me = call.address().segments().getFirst().equals("me");
        return me
                ? GraphError.of(
                        code == 0 ? 2500 : code,
                        "An active access token must be used to query information about the current user.")
                : GraphError.of(code == 0 ? 104 : code, "An access token is required to request this resource.");
    }
}
