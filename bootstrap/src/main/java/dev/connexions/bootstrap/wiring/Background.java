package dev.connexions.bootstrap.wiring;

import dev.connexions.db.background.RecurringTurns;
import dev.connexions.db.background.Turn;
import dev.connexions.db.shared.Database;
import java.util.List;

/** What the service does when nobody asks it to. */
public final class Background implements AutoCloseable {

    private final List<Turn> turns;
    private final Opened opened = new Opened();

    Background(List<Turn> turns) {
        this.turns = List.copyOf(turns);
    }

    /** From now on at intervals, each at one replica at a time. */
    void start(Database database) {
        opened.add(RecurringTurns.start(database, turns));
    }

    /** Everything that there is to do at this moment, here and now; for whoever embeds the service and moves its clock. */
    public void takeTurns() {
        turns.forEach(turn -> turn.takeAll(() -> false));
    }

    @Override
    public void close() {
        opened.close();
    }
}
