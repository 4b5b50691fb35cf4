package dev.connexions.application.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Scene;
import dev.connexions.domain.connexion.State;
import org.junit.jupiter.api.Test;

class NoteUnreadableTokensTest {

    private final Scene scene = Scene.create();
    private final NoteUnreadableTokens note = scene.application().noteUnreadableTokens();

    @Test
    void notesWhatNoKeyOpensAndTakesTheNoteBack() {
        var here = scene.connexion(new State.Active(Fixtures.link()));
        var elsewhere = scene.elsewhere();
        var there = elsewhere.connexion(new State.Active(Fixtures.link()));
        scene.store().spoilToken(here.id());
        scene.store().spoilToken(there.id());
        assertThat(note.turn()).isEqualTo(2);
        assertThat(note.turn()).isZero();
        scene.store().transactions().in(scene.operator(), tx -> {
            scene.store().vault().store(tx, here.id(), Fixtures.token());
            return here;
        });
        assertThat(note.turn()).isEqualTo(1);
        assertThat(note.turn()).isZero();
    }

    @Test
    void walksOverAllOfThem() {
        for (var i = 0; i < NoteUnreadableTokens.ROWS; i++) {
            scene.connexion();
        }
        var bad = scene.connexion(new State.Active(Fixtures.link()));
        scene.store().spoilToken(bad.id());
        assertThat(note.turn() + note.turn()).isEqualTo(1);
    }
}
