package dev.connexions.meta.sandbox.graph;

/** The sandbox refuses a call, as the Graph API would. */
public final class GraphRefusalException extends RuntimeException {

    private final transient GraphError error;

    public GraphRefusalException(GraphError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public GraphError error() {
        return error;
    }
}
