package dev.connexions.bootstrap.wiring;

/** The service does not start, for a reason that its operator can mend; the message says which and how, on one line. */
public class StartRefusedException extends RuntimeException {

    public StartRefusedException(String message) {
        super(message);
    }

    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
