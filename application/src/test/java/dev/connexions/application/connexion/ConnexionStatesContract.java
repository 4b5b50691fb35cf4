package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Cause.Evidence;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state goes into the store and comes out as it was, with all it carries and without what it lacks. */
public interface ConnexionStatesContract extends Platform {

    /** New ones each time, as a grant belongs to one organisation. */
    static List<Link> links() {
        var all = ScopeCatalogue.all(LoginProduct.INSTAGRAM);
        var some = all.without(Scopes.of(Set.of("instagram_business_manage_comments")));
        var page = new Account(Fixtures.account().id(), "atelier", AccountType.MEDIA_CREATOR, "104523876543210");
        var bare = new Account(Fixtures.account().id(), null, null, null);
        var facebook = ScopeCatalogue.all(LoginProduct.FACEBOOK);
        return List.of(
                new Link(LoginProduct.INSTAGRAM, Fixtures.account(), GrantId.random(), all, some, Fixtures.lease()),
                new Link(
                        LoginProduct.FACEBOOK,
                        page,
                        GrantId.random(),
                        facebook,
                        facebook,
                        new TokenLease(Fixtures.NOW, null)),
                // as the platform writes a row
                new Link(null, bare, null, some, some, new TokenLease(null, Fixtures.NOW.plus(Duration.ofDays(3)))));
    }

    static List<Cause> causes() {
        Instant at = Fixtures.NOW.minusSeconds(1);
        return List.of(
                Cause.of("api_unavailable"),
                new Cause("session_invalidated", new Evidence(190, 463, at)),
                new Cause("rate_limited", new Evidence(4, null, at)),
                new Cause("no_answer", new Evidence(null, null, at)));
    }

    static Stream<State> states() {
        var until = Fixtures.NOW.plus(Duration.ofMinutes(7));
        var linked = Stream.<BiFunction<Link, Cause, State>>of(
                        (link, cause) -> new State.Throttled(link, cause, until),
                        (link, cause) -> new State.Throttled(link, cause, null),
                        State.Failing::new,
                        State.Expired::new,
                        State.ReauthorizationRequired::new,
                        State.Revoked::new)
                .flatMap(made ->
                        causes().stream().flatMap(cause -> links().stream().map(link -> made.apply(link, cause))));
        var unlinked = causes().stream()
                .flatMap(cause -> Stream.<State>of(
                        new State.Failing(null, cause),
                        new State.Expired(null, cause),
                        new State.ReauthorizationRequired(null, cause),
                        new State.Revoked(null, cause)));
        var active = links().stream().map(State.Active::new);
        return Stream.of(Stream.of(new State.Pending()), active, linked, unlinked)
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.application.connexion.ConnexionStatesContract#states")
    default void keepsEveryState(State state) {
        var member = member();
        var put = put(member, add(member), state);
        assertThat(put.state()).isEqualTo(state);
        assertThat(put.since()).isEqualTo(Fixtures.NOW);
        assertThat(find(member, put.id())).contains(put);
    }

    @Test
    default void leavesNothingOfTheStateBefore() {
        var member = member();
        var connexion = add(member);
        var account = Fixtures.account();
        var states = states().map(state -> of(account, state)).toList();
        for (var state : states) {
            connexion = put(member, connexion, state);
            assertThat(connexion.state()).isEqualTo(state);
        }
    }

    @Test
    default void showsAnActiveOneWithoutItsTokenAsUnreadable() {
        var member = member();
        var link = Fixtures.link();
        var connexion = add(member);
        run(member, tx -> connexions().save(tx, Fixtures.with(connexion, new State.Active(link))));

        var expected = new State.Unreadable(link, Cause.of(Cause.TOKEN_MISSING));
        assertThat(find(member, connexion.id())).map(Connexion::state).contains(expected);

        run(member, tx -> {
            var found = connexions().lock(tx, connexion.id()).orElseThrow();
            connexions().save(tx, found);
            vault().store(tx, connexion.id(), Fixtures.token());
        });
        assertThat(find(member, connexion.id())).map(Connexion::state).contains(new State.Active(link));
    }

    @Test
    default void leavesTheTokenAloneWhenItSaves() {
        var member = member();
        var connexion = put(member, add(member), new State.Active(Fixtures.link()));
        var token = Fixtures.token();
        run(member, tx -> vault().store(tx, connexion.id(), token));
        var found = find(member, connexion.id()).orElseThrow();
        run(member, tx -> connexions().save(tx, found));
        assertThat(open(member, connexion.id())).isEqualTo(new TokenVault.Opened.Token(token));
    }

    /** The same state about one account, without the grants that could not belong to several people. */
    private static State of(Account account, State state) {
        return switch (state) {
            case State.Pending pending -> pending;
            case State.Active(var link) -> new State.Active(of(account, link));
            case State.Throttled(var link, var cause, var until) ->
                new State.Throttled(of(account, link), cause, until);
            case State.Failing(var link, var cause) ->
                new State.Failing(link == null ? null : of(account, link), cause);
            case State.Expired(var link, var cause) ->
                new State.Expired(link == null ? null : of(account, link), cause);
            case State.ReauthorizationRequired(var link, var cause) ->
                new State.ReauthorizationRequired(link == null ? null : of(account, link), cause);
            case State.Revoked(var link, var cause) ->
                new State.Revoked(link == null ? null : of(account, link), cause);
            case State.Unreadable unreadable -> unreadable;
        };
    }

    private static Link of(Account account, Link link) {
        return new Link(link.product(), account, null, link.granted(), link.granted(), link.lease());
    }
}
