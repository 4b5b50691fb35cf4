package dev.connexions.acceptance;

import dev.connexions.acceptance.full.FullDriver;
import dev.connexions.acceptance.memory.MemoryDriver;

/** Which of the two the running suite is on. */
enum Wiring {
    MEMORY,
    FULL;

    static final String PROPERTY = "connexions.acceptance.wiring";

    static Driver driver() {
        return switch (valueOf(System.getProperty(PROPERTY))) {
            case MEMORY -> new MemoryDriver();
            case FULL -> new FullDriver();
        };
    }

    void choose() {
        System.setProperty(PROPERTY, name());
    }
}
