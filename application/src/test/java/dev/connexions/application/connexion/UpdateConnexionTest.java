package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.connexion.UpdateConnexion.Command;
import dev.connexions.application.connexion.UpdateConnexion.Result;
import dev.connexions.application.shared.Precondition;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UpdateConnexionTest {

    private static final UUID CLIENT = UUID.fromString("9c5b94b1-35ad-49bb-b118-8e8fc24abf80");
    private static final AccountEmail EMAIL = AccountEmail.chosen("new@example.org");

    private final Scene scene = Scene.create();

    @Test
    void changesWhatIsNamedAndNothingElse() {
        var connexion = scene.connexion(new State.Active(Fixtures.link()));
        scene.application().clock().advance(Duration.ofHours(1));
        var updated = updated(new Command(connexion.id(), "agence", CLIENT, EMAIL, Precondition.none()));
        assertThat(updated.client()).isEqualTo(new ClientRef("agence", CLIENT));
        assertThat(updated.accountEmail()).isEqualTo(EMAIL);
        assertThat(updated)
                .usingRecursiveComparison()
                .ignoringFields("client", "accountEmail", "stamps", "version")
                .isEqualTo(connexion);
        assertThat(updated.stamps().updatedAt()).isEqualTo(Fixtures.NOW.plus(Duration.ofHours(1)));
        assertThat(updated.stamps().createdAt()).isEqualTo(connexion.stamps().createdAt());
        assertThat(scene.find(connexion.id())).contains(updated);
    }

    @Test
    void leavesWhatIsLeftOut() {
        var connexion = scene.connexion();
        var id = connexion.id();
        var type = updated(new Command(id, "agence", null, null, Precondition.none()));
        assertThat(type.client())
                .isEqualTo(new ClientRef("agence", connexion.client().id()));
        var client = updated(new Command(id, null, CLIENT, null, Precondition.none()));
        assertThat(client.client()).isEqualTo(new ClientRef("agence", CLIENT));
        assertThat(client.accountEmail()).isEqualTo(connexion.accountEmail());
        var email = updated(new Command(id, null, null, EMAIL, Precondition.none()));
        assertThat(email.client()).isEqualTo(new ClientRef("agence", CLIENT));
        assertThat(email.accountEmail()).isEqualTo(EMAIL);
    }

    @Test
    void writesDownWhatChangedAndOnlyThat() {
        var connexion = scene.connexion();
        updated(new Command(connexion.id(), "agence", connexion.client().id(), null, Precondition.none()));
        updated(new Command(connexion.id(), null, CLIENT, EMAIL, Precondition.none()));
        assertThat(scene.actions()).containsExactly(Action.CONNEXION_UPDATED, Action.CONNEXION_UPDATED);
        assertThat(scene.audit().getLast().details())
                .isEqualTo(Details.NONE.and("clientType", ClientRef.DEFAULT_TYPE, "agence"));
        assertThat(scene.audit().getFirst().details())
                .isEqualTo(Details.NONE
                        .and("clientId", connexion.client().id().toString(), CLIENT.toString())
                        .and("accountEmail", connexion.accountEmail().value(), EMAIL.value()));
        assertThat(scene.audit().getFirst().entry().connexion()).isEqualTo(connexion.id());
    }

    @Test
    void changesNothingWhenAllIsSoAlready() {
        var connexion = scene.connexion();
        scene.application().clock().advance(Duration.ofHours(1));
        var client = connexion.client();
        var all =
                new Command(connexion.id(), client.type(), client.id(), connexion.accountEmail(), Precondition.none());
        assertThat(updated(all)).isEqualTo(connexion);
        assertThat(updated(new Command(connexion.id(), null, null, null, Precondition.none())))
                .isEqualTo(connexion);
        assertThat(scene.find(connexion.id())).contains(connexion);
        assertThat(scene.audit()).isEmpty();
    }

    @Test
    void leavesWhatCannotBeReadAsItIs() {
        var unreadable = new State.Unreadable(null, Cause.of(Cause.ROW_UNREADABLE));
        var connexion = Fixtures.with(scene.connexion(), unreadable);
        scene.store().plant(connexion);
        var updated = updated(new Command(connexion.id(), null, CLIENT, null, Precondition.none()));
        assertThat(updated.state()).isEqualTo(unreadable);
        assertThat(updated.client().id()).isEqualTo(CLIENT);
    }

    @Test
    void leavesWhatIsNotAsDemanded() {
        var connexion = scene.connexion();
        assertThat(update(new Command(connexion.id(), null, CLIENT, null, current -> false)))
                .isEqualTo(new Result.PreconditionFailed());
        assertThat(scene.find(connexion.id())).contains(connexion);
        assertThat(scene.audit()).isEmpty();
        updated(new Command(connexion.id(), null, CLIENT, null, connexion::equals));
        assertThat(update(new Command(connexion.id(), null, UUID.randomUUID(), null, connexion::equals)))
                .isEqualTo(new Result.PreconditionFailed());
    }

    @Test
    void knowsNoOther() {
        var elsewhere = scene.elsewhere();
        var hidden = elsewhere.connexion();
        for (var id : new ConnexionId[] {hidden.id(), ConnexionId.random()}) {
            assertThat(update(new Command(id, null, CLIENT, null, current -> {
                        throw new AssertionError("shown to a stranger");
                    })))
                    .isEqualTo(new Result.NotFound());
        }
        assertThat(elsewhere.find(hidden.id())).contains(hidden);
    }

    private Connexion updated(Command command) {
        return ((Result.Updated) update(command)).connexion();
    }

    private Result update(Command command) {
        return scene.application().updateConnexion().handle(scene.operator(), command);
    }
}
