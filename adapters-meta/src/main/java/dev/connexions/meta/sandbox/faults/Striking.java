package dev.connexions.meta.sandbox.faults;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Reaction;
import java.time.Duration;
import java.time.Instant;

/** How a fault strikes. */
public final class Striking {

    /** Longer than anybody should wait, for whoever does not say how slow. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private static final Duration DRIP = Duration.ofMillis(500);

    /** Does what was asked. */
    public interface Doing {
        Answer answer(Call call);
    }

    private Striking() {}

    /** @param doing does what was asked; called only where the behaviour lets it be done, and then once */
    public static Reaction react(Fault fault, Call call, Instant now, Doing doing) {
        return switch (fault.behaviour()) {
            case ANSWER -> send(fault, FaultAnswers.given(fault));
            case ANSWER_AFTER -> {
                doing.answer(call);
                yield send(fault, FaultAnswers.given(fault));
            }
            case HTML -> send(fault, FaultAnswers.html(fault));
            case THROTTLE -> send(fault, throttled(fault, call, now, doing));
            case CUT_BEFORE -> new Reaction.Cut(null);
            case RESET -> new Reaction.Reset();
            case CUT_AFTER -> new Reaction.Cut(doing.answer(call));
            case CUT_MIDWAY -> new Reaction.Cut(doing.answer(call.firstHalf()));
            case SLOW -> new Reaction.SendLate(doing.answer(call), delay(fault, SLOW));
            case DRIP -> new Reaction.Drip(doing.answer(call), delay(fault, DRIP));
            case CONTAINER_STUCK, CONTAINER_ERROR, CONTAINER_ERROR_UNEXPLAINED, CONTAINER_ERROR_UNCODED ->
                send(fault, doing.answer(call));
        };
    }

    private static Answer throttled(Fault fault, Call call, Instant now, Doing doing) {
        return fault.usage() < FaultAnswers.FULL
                ? FaultAnswers.used(fault, doing.answer(call), now)
                : FaultAnswers.throttled(fault, now);
    }

    private static Reaction send(Fault fault, Answer answer) {
        return fault.delay().isZero() ? new Reaction.Send(answer) : new Reaction.SendLate(answer, fault.delay());
    }

    private static Duration delay(Fault fault, Duration otherwise) {
        return fault.delay().isZero() ? otherwise : fault.delay();
    }
}
