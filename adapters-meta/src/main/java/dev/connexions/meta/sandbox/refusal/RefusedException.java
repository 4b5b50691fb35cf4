package dev.connexions.meta.sandbox.refusal;

/** Meta says no; whoever speaks for the Graph catches it. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
