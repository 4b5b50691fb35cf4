package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.UnreadableTokens.Misnoted;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link UnreadableTokens} promises. */
public interface UnreadableTokensContract extends Platform {

    UnreadableTokens unreadableTokens();

    /** No key opens the connexion's token any more. */
    void spoil(ConnexionId connexion);

    @Test
    default void findsWhatNoKeyOpensUntilItIsNoted() {
        var member = member();
        var good = active(member);
        var bad = active(member);
        add(member);
        spoil(bad.id());
        assertThat(found(member)).containsExactly(new Misnoted(bad.organisation(), bad.id(), true));
        note(member, bad.id(), true);
        assertThat(found(member)).isEmpty();
        assertThat(find(member, good.id())).contains(good);
    }

    @Test
    default void findsANoteThatStandsThereInVain() {
        var member = member();
        var connexion = active(member);
        spoil(connexion.id());
        note(member, connexion.id(), true);
        run(member, tx -> vault().store(tx, connexion.id(), Fixtures.token()));
        assertThat(found(member)).containsExactly(new Misnoted(connexion.organisation(), connexion.id(), false));
        note(member, connexion.id(), false);
        assertThat(found(member)).isEmpty();
    }

    @Test
    default void changesNothingElseOfTheConnexion() {
        var member = member();
        var connexion = active(member);
        note(member, connexion.id(), true);
        assertThat(find(member, connexion.id())).contains(connexion);
    }

    @Test
    default void goesOnWhereItStopped() {
        var member = member();
        var bad = new ArrayList<ConnexionId>();
        for (var i = 0; i < 7; i++) {
            var connexion = active(member);
            if (i % 2 == 0) {
                spoil(connexion.id());
                bad.add(connexion.id());
            }
        }
        var seen = new ArrayList<ConnexionId>();
        @Nullable ConnexionId after = null;
        do {
            var from = after;
            var glance = read(member, tx -> unreadableTokens().glance(tx, from, 3));
            glance.found().forEach(each -> seen.add(each.connexion()));
            after = glance.end();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(bad);
    }

    @Test
    default void showsAllOfThemToAJobWithoutAnOrganisationAndToNobodyElse() {
        var first = member();
        var second = member();
        var ofFirst = active(first);
        var ofSecond = active(second);
        spoil(ofFirst.id());
        spoil(ofSecond.id());
        assertThat(found(Fixtures.job()))
                .contains(
                        new Misnoted(ofFirst.organisation(), ofFirst.id(), true),
                        new Misnoted(ofSecond.organisation(), ofSecond.id(), true));
        for (var caller : List.of(first, Fixtures.job(ofFirst.organisation()))) {
            assertThat(found(caller)).extracting(Misnoted::connexion).containsExactly(ofFirst.id());
        }
        note(second, ofFirst.id(), true);
        assertThat(found(first)).hasSize(1);
    }

    private Connexion active(Caller caller) {
        return put(caller, add(caller), new State.Active(Fixtures.link()));
    }

    private List<Misnoted> found(Caller caller) {
        return read(caller, tx -> unreadableTokens().glance(tx, null, 100_000)).found();
    }

    private void note(Caller caller, ConnexionId id, boolean unreadable) {
        run(caller, tx -> unreadableTokens().note(tx, id, unreadable, Fixtures.NOW));
    }
}
