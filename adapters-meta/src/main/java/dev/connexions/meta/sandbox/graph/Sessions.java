package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Whether a token still speaks, and for whom. */
final class Sessions {

    record Session(Token token, Account account) {}

    private Sessions() {}

    /** @throws GraphRefusalException with code 190 and the subcode that tells why it does not */
    static Session of(World world, @Nullable String value) {
        if (value == null) {
            throw new GraphRefusalException(GraphError.noToken());
        }
        var token = world.tokens().token(value).orElseThrow(() -> new GraphRefusalException(GraphError.unknownToken()));
        var account = world.people()
                .account(token.account())
                .orElseThrow(() -> new GraphRefusalException(GraphError.unknownToken()));
        if (!world.now().isBefore(token.expiresAt())) {
            throw new GraphRefusalException(GraphError.expiredToken());
        }
        var trouble = account.trouble();
        if (trouble != null && trouble.stops(token.number())) {
            throw new GraphRefusalException(GraphError.deadToken(trouble.kind()));
        }
        return new Session(token, account);
    }
}
