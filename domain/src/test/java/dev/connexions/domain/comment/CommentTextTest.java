package dev.connexions.domain.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommentTextTest {

    @Test
    void countsCodePoints() {
        assertThat(new CommentText("🍞".repeat(2200)).value()).hasSize(4400);
        assertThatThrownBy(() -> new CommentText("🍞".repeat(2201))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWritten() {
        assertThatThrownBy(() -> new CommentText(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommentText("a\u0000")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNamedByDigits() {
        assertThat(new CommentId("18020000000000301").value()).isEqualTo("18020000000000301");
        assertThatThrownBy(() -> new CommentId("../me")).isInstanceOf(IllegalArgumentException.class);
    }
}
