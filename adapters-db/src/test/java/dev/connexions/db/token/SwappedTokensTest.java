package dev.connexions.db.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.db.testing.Psql;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import org.junit.jupiter.api.Test;

/** Ciphertexts that somebody moved about in the table. */
class SwappedTokensTest implements PgPlatform {

    private final Caller.User member = member();

    @Test
    void opensNoTokenOfAnotherRow() {
        var first = active(member);
        var second = active(member);
        copy(first, second);
        assertUnreadable(member, second);
        assertThat(find(member, first.id())).contains(first);
    }

    @Test
    void opensNoTokenOfAnotherOrganisation() {
        var stranger = member();
        var foreign = active(stranger);
        var mine = active(member);
        copy(foreign, mine);
        assertUnreadable(member, mine);
    }

    @Test
    void healsWhenANewTokenIsStored() {
        var first = active(member);
        var second = active(member);
        copy(first, second);
        var token = Fixtures.token();
        run(member, tx -> vault().store(tx, second.id(), token));
        assertThat(find(member, second.id())).contains(second);
        run(member, tx -> assertThat(vault().open(tx, second.id())).isEqualTo(new Opened.Token(token)));
    }

    @Test
    void keepsNoTokenInTheClear() {
        var connexion = active(member);
        var token = Fixtures.token();
        run(member, tx -> vault().store(tx, connexion.id(), token));
        try (var superuser = Psql.at(DATABASE.superuserUrl())) {
            assertThat(superuser.one("select c::text from public.instagram_connexion c where instagram_connexion_id = '"
                            + connexion.id().value() + "'"))
                    .contains("ctk1.")
                    .doesNotContain(token.reveal());
        }
    }

    private void assertUnreadable(Caller caller, Connexion connexion) {
        run(caller, tx -> assertThat(vault().open(tx, connexion.id())).isEqualTo(new Opened.Unreadable()));
        assertThat(find(caller, connexion.id()))
                .map(Connexion::state)
                .contains(new State.Unreadable(
                        connexion.state().linked().orElseThrow(), Cause.of(Cause.TOKEN_UNREADABLE)));
    }

    private Connexion active(Caller caller) {
        return put(caller, add(caller), new State.Active(Fixtures.link()));
    }

    private static void copy(Connexion from, Connexion to) {
        DATABASE.sql("update public.instagram_connexion set instagram_access_token = (select instagram_access_token"
                + " from public.instagram_connexion where instagram_connexion_id = '"
                + from.id().value() + "')"
                + " where instagram_connexion_id = '" + to.id().value() + "'");
    }
}
