package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Of several who want the same, one gets it and the others are told. */
public interface ConnexionRacesContract extends Platform {

    @Test
    default void refusesAStaleSave() {
        var member = member();
        var read = add(member);
        var saved = read(member, tx -> connexions().save(tx, Zoo.disabled(read)));
        assertThatThrownBy(() -> run(member, tx -> connexions().save(tx, read))).isInstanceOf(StaleException.class);
        assertThat(find(member, read.id())).contains(saved);
    }

    @Test
    default void keepsNothingOfWorkThatFailed() {
        var member = member();
        var read = add(member);
        assertThatThrownBy(() -> run(member, tx -> {
                    connexions().save(tx, Zoo.disabled(read));
                    throw new IllegalStateException("after the save");
                }))
                .hasMessage("after the save");
        assertThat(find(member, read.id())).contains(read);

        assertThatThrownBy(() -> run(member, tx -> {
                    connexions().remove(tx, read.id());
                    throw new IllegalStateException("after the removal");
                }))
                .hasMessage("after the removal");
        assertThat(find(member, read.id())).contains(read);
    }

    @RepeatedTest(5)
    default void letsExactlyOneOfTwoSavesWin() throws InterruptedException {
        var member = member();
        var read = add(member);
        var failures = Together.run(2, i -> run(member, tx -> connexions().save(tx, Zoo.disabled(read))));
        assertThatOneWon(failures);
        assertThat(find(member, read.id())).map(Connexion::enabled).contains(false);
    }

    @RepeatedTest(5)
    default void letsExactlyOneOfManyTakeAKey() throws InterruptedException {
        var member = member();
        var organisation = organisationOf(member);
        var key = ConnexionKey.generated();
        var failures = Together.run(4, i -> add(member, Fixtures.newConnexion(organisation, key)));
        assertThatOneWon(failures);
    }

    @RepeatedTest(5)
    default void letsExactlyOneOfTwoTakeAnAccount() throws InterruptedException {
        var member = member();
        var link = Fixtures.link();
        var both = List.of(add(member), add(member));
        var failures = Together.run(2, i -> put(member, both.get(i), new State.Active(link)));
        assertThatOneWon(failures);
    }

    @Test
    default void makesWhoeverLocksItLaterWait() throws Exception {
        var member = member();
        var added = add(member);
        var second = new CompletableFuture<Connexion>();
        run(member, tx -> {
            var locked = connexions().lock(tx, added.id()).orElseThrow();
            Thread.ofVirtual().start(() -> switchOff(member, added, second));
            // a wrong store lets the second through while the first still holds the lock
            assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            connexions().save(tx, Fixtures.with(locked, locked.state()));
        });
        var last = second.get(10, TimeUnit.SECONDS);
        assertThat(find(member, added.id())).contains(last);
    }

    private void switchOff(Caller caller, Connexion connexion, CompletableFuture<Connexion> outcome) {
        try {
            outcome.complete(read(
                    caller,
                    tx -> connexions()
                            .save(
                                    tx,
                                    Zoo.disabled(connexions()
                                            .lock(tx, connexion.id())
                                            .orElseThrow()))));
        } catch (RuntimeException failure) {
            outcome.completeExceptionally(failure);
        }
    }

    private static void assertThatOneWon(List<Optional<Throwable>> failures) {
        assertThat(failures.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(failures.stream().flatMap(Optional::stream))
                .allSatisfy(loser -> assertThat(loser).isInstanceOf(StaleException.class));
    }
}
