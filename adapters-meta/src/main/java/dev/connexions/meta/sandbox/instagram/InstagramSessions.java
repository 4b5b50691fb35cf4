package dev.connexions.meta.sandbox.instagram;

import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.GraphErrors;
import dev.connexions.meta.sandbox.graph.Session;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.Set;
import java.util.function.Predicate;

/** What a token of Instagram Login stands for: one account, which it belongs to. */
public final class InstagramSessions implements Session.Reader {

    @Override
    public Session read(World world, Call call) {
        var value = call.token();
        if (value == null) {
            return Session.dead(GraphError.of(190, "An active access token must be used to query information."));
        }
        var token = world.tokens()
                .token(value)
                .filter(found -> found.kind() == Token.Kind.INSTAGRAM)
                .orElse(null);
        var account =
                token == null ? null : world.people().account(token.holder()).orElse(null);
        if (token == null || account == null) {
            return Session.dead(GraphErrors.unknownToken());
        }
        if (token.isExpired(world.now())) {
            return Session.dead(GraphErrors.expiredToken());
        }
        var trouble = account.trouble();
        return trouble != null && trouble.stops(token.number())
                ? Session.dead(GraphErrors.deadToken(trouble.kind()))
                : Session.of(token, account.id(), Set.copyOf(token.scopes()), itself(account));
    }

    private static Predicate<Account> itself(Account account) {
        return other -> other.id().equals(account.id());
    }
}
