package dev.connexions.bootstrap.demo;

import dev.connexions.bootstrap.wiring.StartRefusedException;

/** The demo cannot start; the message says why and what to do, in words for a person. */
public final class DemoException extends StartRefusedException {

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
