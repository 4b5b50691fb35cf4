package dev.connexions.bootstrap.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened so far; closed in reverse, each even if another fails. */
public final class Opened implements AutoCloseable {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T resource) {
        resources.push(resource);
        return resource;
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("not everything could be closed", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** When what follows the opening fails: closes everything, and lets the failure be what is heard of. */
    public void abandon(Throwable why) {
        try {
            close();
        } catch (RuntimeException second) {
            why.addSuppressed(second);
        }
    }
}
