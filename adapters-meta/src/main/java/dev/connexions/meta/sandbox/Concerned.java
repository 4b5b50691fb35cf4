package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.faults.About;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.publishing.Container;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a call is about: its token, its code, its path or who logs in tells. */
final class Concerned {

    private static final Duration FRESH = Duration.ofHours(24);

    private Concerned() {}

    static About by(World world, Call call) {
        var token = Optional.ofNullable(call.token()).flatMap(world.tokens()::token);
        var named = call.address().segments().getLast();
        return new About(
                account(world, call, token).orElse(null),
                token.map(found -> found.kind().name().toLowerCase(Locale.ROOT)).orElse(null),
                madeAt(Content.of(world), named)
                        .filter(made -> world.now().isBefore(made.plus(FRESH)))
                        .isPresent());
    }

    private static Optional<String> account(World world, Call call, Optional<Token> token) {
        return token.flatMap(found -> account(world, found))
                .or(() -> call.params()
                        .one("code")
                        .flatMap(code -> world.tokens().code(code))
                        .map(code -> code.grant().holder()))
                .or(() -> world.people()
                        .account(call.address().segments().getFirst())
                        .map(Account::id))
                .or(() -> owner(Content.of(world), call.address().segments()))
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

    private static Optional<String> owner(Content content, List<String> segments) {
        return segments.stream().flatMap(id -> owner(content, id).stream()).findFirst();
    }

    private static Optional<String> owner(Content content, String id) {
        return content.posts()
                .find(id)
                .map(Post::account)
                .or(() -> content.containers().find(id).map(Container::account))
                .or(() -> content.comments()
                        .find(id)
                        .map(Comment::post)
                        .flatMap(content.posts()::find)
                        .map(Post::account));
    }

    private static Optional<Instant> madeAt(Content content, String id) {
        return content.posts()
                .find(id)
                .map(Post::at)
                .or(() -> content.containers().find(id).map(Container::createdAt));
    }
}
