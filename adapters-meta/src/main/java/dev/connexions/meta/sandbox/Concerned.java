package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.Optional;

/** Which account a call is about: its token, its code, its path or who logs in tells. */
final class Concerned {

    private Concerned() {}

    static Optional<String> by(World world, Call call) {
        return Optional.ofNullable(call.token())
                .flatMap(token -> world.tokens().token(token))
                .flatMap(token -> account(world, token))
                .or(() -> call.params()
                        .one("code")
                        .flatMap(code -> world.tokens().code(code))
                        .map(code -> code.grant().holder()))
                .or(() -> world.people()
                        .account(call.address().segments().getFirst())
                        .map(Account::id))
                .or(() -> call.params()
                        .one("username")
                        .flatMap(name -> world.people().byUsername(name))
                        .map(Account::id));
    }

    private static Optional<String> account(World world, Token token) {
        return token.page() == null
                ? world.people().account(token.holder()).map(Account::id)
                : world.assets().page(token.page()).map(Page::instagram);
    }
}
