package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.graph.GraphError;
import dev.connexions.meta.sandbox.graph.UserText;
import dev.connexions.meta.sandbox.refusal.Refusal;
import dev.connexions.meta.sandbox.refusal.RefusedException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a refusal into the words of the Graph. */
final class Refusing {

    private Refusing() {}

    static <T extends @Nullable Object> T asTheGraph(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException refused) {
            throw error(refused.refusal()).refusal();
        }
    }

    static GraphError error(Refusal refusal) {
        var subcode = refusal.subcode();
        var error = subcode == null
                ? GraphError.of(refusal.code(), refusal.message())
                : GraphError.of(refusal.code(), subcode, refusal.message())
                        .withTransient(refusal.passing())
                        .withUser(UserText.of(subcode));
        return error.withStatus(refusal.status());
    }
}
