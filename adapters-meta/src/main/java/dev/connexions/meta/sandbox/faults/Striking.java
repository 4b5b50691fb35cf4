package dev.connexions.meta.sandbox.faults;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How a fault strikes. */
public final class Striking {

    /** Longer than anybody should wait, for whoever does not say how slow. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private static final Duration DRIP = Duration.ofMillis(500);

    private Striking() {}

    /** @param doing does what was asked; called only where the behaviour lets it be done, and then once */
    public static Reaction react(Fault fault, Instant now, Supplier<Answer> doing) {
        return switch (fault.behaviour()) {
            case ANSWER -> send(fault, FaultAnswers.given(fault));
            case HTML -> send(fault, FaultAnswers.html(fault));
            case THROTTLE -> send(fault, FaultAnswers.throttled(fault, now));
            case CUT_BEFORE -> new Reaction.Cut(null);
            case RESET -> new Reaction.Reset();
            case CUT_AFTER -> new Reaction.Cut(doing.get());
            case SLOW -> new Reaction.SendLate(doing.get(), delay(fault, SLOW));
            case DRIP -> new Reaction.Drip(doing.get(), delay(fault, DRIP));
        };
    }

    private static Reaction send(Fault fault, Answer answer) {
        return fault.delay().isZero() ? new Reaction.Send(answer) : new Reaction.SendLate(answer, fault.delay());
    }

    private static Duration delay(Fault fault, Duration otherwise) {
        return fault.delay().isZero() ? otherwise : fault.delay();
    }
}
