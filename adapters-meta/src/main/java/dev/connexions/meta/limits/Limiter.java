package dev.connexions.meta.limits;

import dev.connexions.domain.connexion.LoginProduct;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds back before Meta has to: one gate for each app and one for each account, page or person. Knows what Meta's answers
 * said and nothing else; what other replicas hear they hear themselves. Safe for use by many threads.
 */
public final class Limiter {

    private static final int MAX_SUBJECTS = 50_000;

    private final SignalReader signals = new SignalReader();
    private final Map<Subject, Gate> gates;

    public Limiter() {
        this(MAX_SUBJECTS);
    }

    Limiter(int most) {
        gates = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Subject, Gate> eldest) {
                return size() > most;
            }
        };
    }

    /** When to ask again; null when the call may go now. */
    public synchronized @Nullable Instant refusal(Asked asked) {
        var app = gate(Subject.app(asked.product()));
        var own = own(asked);
        var now = asked.at();
        var byApp = app.refusal(now);
        var refusal = later(byApp, own == null ? null : own.refusal(now));
        if (refusal == null) {
            app.pass(now);
            if (own != null) {
                own.pass(now);
            }
        }
        return refusal;
    }

    /** @return until when Meta throttles what was asked, if it does and that is known or guessed */
    public @Nullable Instant note(Asked asked, Verdict verdict, Headers headers, Instant now) {
        var said = signals.read(headers, now);
        synchronized (this) {
            var app = gate(Subject.app(asked.product()));
            var own = own(asked);
            reopen(app, own, verdict, asked.at());
            said.app().ifPresent(percent -> app.sees(percent, asked.at(), now));
            said.others().forEach((other, share) -> see(gate(new Subject(asked.product(), other)), share, asked, now));
            var id = asked.about();
            if (own != null && id != null && !said.others().containsKey(id)) {
                // Meta also speaks of the business that the account belongs to
                said.others().values().forEach(share -> see(own, share, asked, now));
            }
            var retryAfter = said.retryAfter();
            var retry = retryAfter == null ? null : now.plus(retryAfter);
            return switch (verdict) {
                case PASSED, SILENT -> null;
                case APP_THROTTLED -> closed(app, retry, asked, now);
                case SUBJECT_THROTTLED -> own == null ? retry : closed(own, retry, asked, now);
            };
        }
    }

    /** @param id absent for the app itself */
    public synchronized Usage usage(LoginProduct product, @Nullable String id, Instant now) {
        var gate = gates.get(new Subject(product, id));
        return gate == null ? Usage.UNKNOWN : gate.usage(now);
    }

    /** How many accounts, pages and persons nobody is let through to now. */
    public synchronized long throttled(Instant now) {
        return gates.entrySet().stream()
                .filter(gate -> gate.getKey().id() != null)
                .filter(gate -> gate.getValue().usage(now).throttledUntil() != null)
                .count();
    }

    /** How much of what Meta said made no sense. */
    public long ignored() {
        return signals.ignored();
    }

    private static void reopen(Gate app, @Nullable Gate own, Verdict verdict, Instant asked) {
        if (verdict == Verdict.PASSED || verdict == Verdict.SUBJECT_THROTTLED) {
            app.open(asked);
        }
        if (own != null && verdict == Verdict.PASSED) {
            own.open(asked);
        }
    }

    private static void see(Gate gate, Signals.Share share, Asked asked, Instant now) {
        share.percent().ifPresent(percent -> gate.sees(percent, asked.at(), now));
        var regain = share.regain();
        if (regain != null) {
            gate.close(now.plus(regain), asked.at(), now);
        }
    }

    private static @Nullable Instant closed(Gate gate, @Nullable Instant until, Asked asked, Instant now) {
        gate.close(until, asked.at(), now);
        return gate.closedUntil();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private @Nullable Gate own(Asked asked) {
        var id = asked.about();
        return id == null ? null : gate(new Subject(asked.product(), id));
    }

    private Gate gate(Subject subject) {
        return gates.computeIfAbsent(subject, unknown -> new Gate());
    }
}
