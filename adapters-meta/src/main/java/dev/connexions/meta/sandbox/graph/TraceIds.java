package dev.connexions.meta.sandbox.graph;

import java.util.concurrent.ThreadLocalRandom;

/** What Meta's support would ask for. */
final class TraceIds {

    private TraceIds() {}

    static String next() {
        return "A" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }
}
