package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.world.Part;
import dev.connexions.meta.sandbox.world.World;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Up to when the ends of stories were noticed. */
public final class Curfew implements Part<Curfew.State> {

    private final AtomicReference<Instant> noticed = new AtomicReference<>(Instant.EPOCH);

    /** As the state file keeps it. */
    record State(Instant noticed) {}

    /** @return until when it was before; a clock that was set back takes it along */
    Instant advance(Instant now) {
        var before = noticed.getAndSet(now);
        return before.isAfter(now) ? now : before;
    }

    @Override
    public String name() {
        return "curfew";
    }

    @Override
    public Class<State> form() {
        return State.class;
    }

    @Override
    public State save() {
        return new State(noticed.get());
    }

    @Override
    public void restore(State saved) {
        noticed.set(saved.noticed());
    }

    @Override
    public void begin(World world) {
        noticed.set(world.now());
    }
}
