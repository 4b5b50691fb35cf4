package dev.connexions.application.testing;

import dev.connexions.application.shared.MetaFailure;
import dev.connexions.application.shared.MetaFailure.Outage;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the fakes of Meta's ports have in common: never inside a transaction, and a failure when a test wants one. */
public final class MetaScript {

    private final InMemoryStore store;
    private final Queue<MetaFailure> next = new ConcurrentLinkedQueue<>();
    private volatile @Nullable MetaFailure always;
    private volatile Runnable meanwhile = () -> {};

    MetaScript(InMemoryStore store) {
        this.store = store;
    }

    /** One call more fails; several of them in this order. */
    public void failsOnce(MetaFailure why) {
        next.add(why);
    }

    /** From now on every call fails. */
    public void fails(MetaFailure why) {
        always = why;
    }

    public void works() {
        always = null;
        next.clear();
    }

    /** What happens elsewhere while a call is under way. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    Optional<MetaFailure> ofRepeatable() {
        if (store.isInTransaction()) {
            throw new IllegalStateException("Meta was called inside a transaction");
        }
        meanwhile.run();
        var once = next.poll();
        return Optional.ofNullable(once == null ? always : once);
    }

    /** Where doing it twice is another thing than doing it once: without an answer it may have been done. */
    Optional<MetaFailure> ofUnrepeatable() {
        return ofRepeatable().map(why -> why instanceof Outage(var kind) && wasSent(kind) ? doubt(why) : why);
    }

    private static MetaFailure doubt(MetaFailure sign) {
        return new MetaFailure.Ambiguous(sign);
    }

    private static boolean wasSent(Outage.Kind kind) {
        return kind != Outage.Kind.UNREACHABLE && kind != Outage.Kind.SUSPENDED;
    }
}
