package dev.connexions.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class OpenedTest {

    private final ArrayList<String> closed = new ArrayList<>();
    private final Opened opened = new Opened();

    @Test
    void closesInReverseAndOnce() {
        opened.add(() -> closed.add("first"));
        opened.add(() -> closed.add("second"));
        opened.close();
        opened.close();
        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheRestWhenOneFails() {
        opened.add(() -> closed.add("first"));
        opened.add(() -> {
            throw new IllegalStateException("second");
        });
        opened.add(() -> {
            throw new IllegalStateException("third");
        });
        assertThatThrownBy(opened::close)
                .hasRootCauseMessage("third")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactly("first");
    }

    @Test
    void letsTheFirstFailureBeHeardOf() {
        opened.add(() -> {
            throw new IllegalStateException("closing");
        });
        var why = new IllegalArgumentException("why");
        opened.abandon(why);
        assertThat(why.getSuppressed()).hasSize(1);
    }
}
