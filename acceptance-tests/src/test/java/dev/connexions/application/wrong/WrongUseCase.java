package dev.connexions.application.wrong;

import org.assertj.core.api.Assertions;

class WrongUseCase {

    int changes = 0;

    public void handle() {
        changes++;
        Assertions.fail("never called");
    }

    public void alsoHandle() {}
}
