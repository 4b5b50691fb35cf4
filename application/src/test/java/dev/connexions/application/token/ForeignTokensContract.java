package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.token.ForeignTokens.Whereabouts;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link ForeignTokens} promises. */
public interface ForeignTokensContract extends Platform {

    ForeignTokens foreignTokens();

    /** What the platform does past us. */
    void writeInClear(ConnexionId connexion, String token);

    @Test
    default void findsWhatStandsInClearTextAndNothingElse() {
        var member = member();
        var clear = add(member).id();
        var sealed = add(member).id();
        add(member);
        writeInClear(clear, "EAAclear");
        run(member, tx -> vault().store(tx, sealed, Fixtures.token()));
        assertThat(found(member)).containsExactly(new Whereabouts(organisationOf(member), clear));
    }

    @Test
    default void goesThroughThemInOrder() {
        var member = member();
        var all = new ArrayList<UUID>();
        for (var i = 0; i < 5; i++) {
            var id = add(member).id();
            writeInClear(id, "EAAclear" + i);
            all.add(id.value());
        }
        var seen = new ArrayList<UUID>();
        @Nullable ConnexionId last = null;
        while (seen.size() < all.size()) {
            var from = last;
            var page = read(member, tx -> foreignTokens().after(tx, from, 2));
            assertThat(page).hasSizeLessThanOrEqualTo(2).isNotEmpty();
            page.forEach(each -> seen.add(each.connexion().value()));
            last = page.getLast().connexion();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen.stream().map(UUID::toString).toList()).isSorted();
    }

    @Test
    default void showsAllOfThemToAJobWithoutAnOrganisationAndToNobodyElse() {
        var first = member();
        var second = member();
        var ofFirst = add(first).id();
        var ofSecond = add(second).id();
        writeInClear(ofFirst, "EAAclear");
        writeInClear(ofSecond, "EAAclear");
        assertThat(found(Fixtures.job()))
                .contains(
                        new Whereabouts(organisationOf(first), ofFirst),
                        new Whereabouts(organisationOf(second), ofSecond));
        for (var caller : List.of(first, Fixtures.job(organisationOf(first)), administrator(organisationOf(first)))) {
            assertThat(found(caller))
                    .as("%s", caller)
                    .extracting(Whereabouts::connexion)
                    .containsExactly(ofFirst);
        }
        assertThat(found(administrator(null))).isEmpty();
    }

    @Test
    default void sealsItOnceAndKeepsWhatItSays() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "EAAclear");
        assertThat(seal(member, id)).isTrue();
        assertThat(open(member, id)).isEqualTo(new Opened.Token(new AccessToken("EAAclear")));
        assertThat(found(member)).isEmpty();
        assertThat(seal(member, id)).isFalse();
    }

    @Test
    default void sealsAgainWhatThePlatformWroteAgain() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "EAAfirst");
        seal(member, id);
        writeInClear(id, "EAAsecond");
        assertThat(found(member)).hasSize(1);
        assertThat(seal(member, id)).isTrue();
        assertThat(open(member, id)).isEqualTo(new Opened.Token(new AccessToken("EAAsecond")));
    }

    @Test
    default void leavesAloneWhatIsNoToken() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "a token, copied by hand");
        assertThat(seal(member, id)).isFalse();
        assertThat(open(member, id)).isEqualTo(new Opened.Unreadable());
        assertThat(found(member)).hasSize(1);
    }

    @Test
    default void sealsNothingOfAnotherOrganisation() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "EAAclear");
        for (var stranger : List.of(member(), Fixtures.job(Fixtures.organisation()), Fixtures.job())) {
            assertThat(seal(stranger, id)).as("%s", stranger).isFalse();
        }
        assertThat(found(member)).hasSize(1);
    }

    @Test
    default void sealsNothingWhenTheTransactionFails() {
        var member = member();
        var id = add(member).id();
        writeInClear(id, "EAAclear");
        assertThatThrownBy(() -> run(member, tx -> {
                    foreignTokens().seal(tx, id);
                    throw new IllegalStateException("after the seal");
                }))
                .hasMessage("after the seal");
        assertThat(found(member)).hasSize(1);
    }

    private List<Whereabouts> found(Caller caller) {
        return read(caller, tx -> foreignTokens().after(tx, null, 10_000));
    }

    private boolean seal(Caller caller, ConnexionId id) {
        return read(caller, tx -> foreignTokens().seal(tx, id));
    }
}
